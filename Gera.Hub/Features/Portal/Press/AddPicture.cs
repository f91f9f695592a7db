using Gera.Hub.People;
using Gera.Hub.Storage.Files;
using Npgsql;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>The words of a picture: none of them may be missing.</summary>
/// <param name="Alt">What it shows.</param>
/// <param name="FocusX">0–100.</param>
public sealed record PictureWords(string? Alt, string? Caption, string? Credit, string? Licence, int FocusX = 50, int FocusY = 50)
{
    public Refusal? Refuse() =>
        Text.Check(Alt, PressPicture.WordsMost, ("Bildbeschreibung", "description of the picture")) ?? Text.Check(Caption, PressPicture.WordsMost, ("Bildunterschrift", "caption"))
        ?? Text.Check(Credit, PressPicture.WordsMost, ("Bildnachweis", "credit")) ?? Text.Check(Licence, PressPicture.WordsMost, ("Nutzungsrecht", "licence"))
        ?? (FocusX is < 0 or > 100 || FocusY is < 0 or > 100 ? Refusals.Malformed : null);
}

/// <summary>Adds a picture. What it is, its content says, not its name; where it was taken is not kept.</summary>
/// <param name="Content">JPEG, PNG or WebP, at most 15 MiB.</param>
public sealed record AddPicture(Guid Announcement, PictureWords Words, byte[] Content) : IWish<Guid>;

internal sealed class AddPictureVerb(FileStore files) : IVerb<AddPicture, Guid>
{
    public Permission Needs => Permission.Press;

    /// <summary>A picture of 40 megapixels takes seconds, and waits for others.</summary>
    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public Task<Scope?> ScopeOf(AddPicture wish, Deed deed) => PressScope.Of(wish.Announcement, deed);

    public async Task<Answer<Guid>> Do(AddPicture wish, Deed deed)
    {
        if (wish.Words.Refuse() is { } bad) return bad;
        if (wish.Content.Length == 0) return PressRefusals.PictureMissing;
        if (wish.Content.Length > PressPicture.BytesMost) return PressRefusals.PictureTooLarge;
        if ((await deed.Session.LoadAsync<Announcement>(wish.Announcement, deed.Stop))!.State is PressState.Dropped or PressState.Withdrawn) return PressRefusals.NotADraft;
        var (picture, fault) = await PictureMill.Grind(wish.Content, deed.Stop);
        if (picture is null) return fault == PictureMill.Fault.TooManyPixels ? PressRefusals.PictureTooLarge : PressRefusals.PictureUnreadable;
        var id = deed.NewId();
        foreach (var (size, webp) in picture.Files) await files.Write(PressPicture.KeyOf(id, size), webp, "image/webp", deed.Stop);
        if (await Count(wish.Announcement, deed) is >= PressPicture.Most) return PressRefusals.TooManyPictures;
        var words = wish.Words;
        deed.Session.QueueSqlCommand(
            "insert into portal.press_pictures (id, announcement, place, alt, caption, credit, licence, focus_x, focus_y, width, height, at) select ?, ?, coalesce(max(place), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? from portal.press_pictures where announcement = ?",
            id, wish.Announcement, Text.Clean(words.Alt!), Text.Clean(words.Caption!), Text.Clean(words.Credit!), Text.Clean(words.Licence!), words.FocusX, words.FocusY, picture.Width, picture.Height, deed.Now, wish.Announcement);
        foreach (var size in PictureMill.Sizes) files.Keep(deed.Session, PressPicture.KeyOf(id, size));
        return id;
    }

    /// <summary>Counted by one at a time, until the deed is saved.</summary>
    private static async Task<int> Count(Guid announcement, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var hold = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1::text, 1))", deed.Session.Connection);
        hold.Parameters.AddWithValue(announcement);
        await hold.ExecuteNonQueryAsync(deed.Stop);
        await using var count = new NpgsqlCommand("select count(*)::int from portal.press_pictures where announcement = $1", deed.Session.Connection);
        count.Parameters.AddWithValue(announcement);
        return (int)(await count.ExecuteScalarAsync(deed.Stop))!;
    }
}
