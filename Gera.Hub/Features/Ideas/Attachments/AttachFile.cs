using Gera.Hub.People;
using Gera.Hub.Storage.Files;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Attachments;

/// <summary>Adds a picture (JPEG, PNG, WebP) or a PDF to one's own idea or draft. What it is, its content says, not its name.</summary>
/// <param name="Words">What a picture shows, or the title of a document; at most 200 characters.</param>
/// <param name="MayBeShown">The person has the rights to it and agrees that it is shown.</param>
/// <param name="Content">At most 10 MiB.</param>
public sealed record AttachFile(Guid Idea, string? Words, bool MayBeShown, byte[] Content) : IWish<Guid>;

internal sealed class AttachFileVerb(FileStore files) : IVerb<AttachFile, Guid>
{
    public Permission Needs => Permission.Self;

    /// <summary>A picture of 40 megapixels takes seconds, and waits for others.</summary>
    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public Pace? Pace => new(30, 500, TimeSpan.FromMinutes(10));

    public Task<Scope?> ScopeOf(AttachFile wish, Deed deed) => AttachmentScope.OfIdea(wish.Idea, deed);

    public async Task<Answer<Guid>> Do(AttachFile wish, Deed deed)
    {
        if (People.Text.Check(wish.Words, Attachment.WordsMost, ("Bildbeschreibung", "description of the picture")) is { } bad) return bad;
        if (!wish.MayBeShown) return AttachmentRefusals.RightsMissing;
        if (wish.Content.Length > Attachment.BytesMost) return AttachmentRefusals.FileTooLarge;
        if (await AttachmentScope.Frozen(wish.Idea, deed) is { } no) return no;
        var attachment = new Attachment(deed.NewId(), wish.Idea, deed.Person.Id, AttachmentKind.Document, People.Text.Clean(wish.Words!).ReplaceLineEndings(" "), 0, 0, wish.Content.Length, deed.Now);
        if (IsPdf(wish.Content)) await files.Write(Attachment.KeyOf(attachment.Id), wish.Content, "application/pdf", deed.Stop);
        else
        {
            var (picture, fault) = await PictureMill.Grind(wish.Content, deed.Stop);
            if (picture is null) return fault == PictureMill.Fault.TooManyPixels ? AttachmentRefusals.TooManyPixels : AttachmentRefusals.FileUnknown;
            foreach (var (size, webp) in picture.Files) await files.Write(Attachment.KeyOf(attachment.Id, size), webp, "image/webp", deed.Stop);
            attachment = attachment with { Kind = AttachmentKind.Picture, Width = picture.Width, Height = picture.Height, Bytes = 0 };
        }
        if (await Count(wish.Idea, deed) >= Attachment.Most) return AttachmentRefusals.TooManyFiles;
        Keep(attachment, deed);
        return attachment.Id;
    }

    /// <summary>Counted by one at a time, until the deed is saved.</summary>
    private static async Task<int> Count(Guid idea, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var hold = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1::text, 0))", deed.Session.Connection);
        hold.Parameters.AddWithValue(idea);
        await hold.ExecuteNonQueryAsync(deed.Stop);
        await using var count = new NpgsqlCommand("select count(*)::int from ideas.attachments where idea = $1", deed.Session.Connection);
        count.Parameters.AddWithValue(idea);
        return (int)(await count.ExecuteScalarAsync(deed.Stop))!;
    }

    private void Keep(Attachment attachment, Deed deed)
    {
        deed.Session.QueueSqlCommand("insert into ideas.attachments (id, idea, person, kind, words, width, height, bytes, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            attachment.Id, attachment.Idea, attachment.Person!, (short)attachment.Kind, attachment.Words, attachment.Width, attachment.Height, attachment.Bytes, attachment.At);
        if (attachment.Kind == AttachmentKind.Document) files.Keep(deed.Session, Attachment.KeyOf(attachment.Id));
        else
            foreach (var size in PictureMill.Sizes) files.Keep(deed.Session, Attachment.KeyOf(attachment.Id, size));
    }

    private static bool IsPdf(ReadOnlySpan<byte> content) => content.StartsWith("%PDF-"u8);
}
