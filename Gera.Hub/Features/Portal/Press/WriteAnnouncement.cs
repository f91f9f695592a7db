using System.Security.Cryptography;
using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Begins an announcement, or writes one anew that is not out. Nothing is said of pictures here.</summary>
/// <param name="Announcement">Chosen by the form, so that a second send begins nothing twice.</param>
/// <param name="Version">The version that was seen; 0 for a new one.</param>
public sealed record WriteAnnouncement(Guid Announcement, int Version, AnnouncementWords Words) : IWish<Done>;

internal sealed class WriteAnnouncementVerb : IVerb<WriteAnnouncement, Done>
{
    public Permission Needs => Permission.Press;

    public Task<Scope?> ScopeOf(WriteAnnouncement wish, Deed deed) => wish.Version == 0 ? Task.FromResult<Scope?>(Scope.None with { About = wish.Announcement.ToString() }) : PressScope.Of(wish.Announcement, deed);

    public async Task<Answer<Done>> Do(WriteAnnouncement wish, Deed deed)
    {
        if (PressWords.Refuse(wish.Words) is { } bad) return bad;
        var (me, words) = (deed.Person.Id!.Value, wish.Words.Clean());
        deed.Session.QueueSqlCommand("delete from portal.press_drafts where announcement = ? and person = ?", wish.Announcement, me);
        if (wish.Version == 0)
        {
            // The same form sent twice began it once.
            if (await deed.Session.LoadAsync<Announcement>(wish.Announcement, deed.Stop) is { } begun) return begun.Words == words ? new Done() : PressRefusals.TextMoved;
            deed.Session.Events.StartStream<Announcement>(wish.Announcement, new AnnouncementStarted(wish.Announcement, Short(), words, me, deed.Now));
            return new Done();
        }
        var stream = await deed.Session.Events.FetchForWriting<Announcement>(wish.Announcement, deed.Stop);
        var announcement = stream.Aggregate!;
        if (announcement.State == PressState.Scheduled) return announcement.PublishAt <= deed.Now ? PressRefusals.AlreadyOut : PressRefusals.IsScheduled;
        if (announcement.State is not (PressState.Draft or PressState.InReview or PressState.Approved)) return PressRefusals.NotADraft;
        if (announcement.Words == words) return new Done();
        if (announcement.Edition != wish.Version) return PressRefusals.TextMoved;
        stream.AppendOne(new AnnouncementRewritten(words, me, deed.Now));
        return new Done();
    }

    /// <summary>Without letters and digits that look alike; 40 bits, kept apart by a unique index.</summary>
    private static string Short() => RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstuvwxyz", 8);
}

/// <summary>What words an announcement cannot have.</summary>
internal static class PressWords
{
    public const int TitleMost = 140, LeadMost = 500, BodyMost = 20_000, NoteMost = 1000;

    public static Refusal? Refuse(AnnouncementWords words) =>
        Text.Check(words.Title, TitleMost, ("Überschrift", "headline"))
        ?? Text.Check(words.Lead, LeadMost, ("Vorspann", "lead"))
        ?? Text.Check(words.Body, BodyMost, ("Text", "text"))
        ?? (words.Theme is null || WorkingGroup.All.Contains(words.Theme) ? null : PressRefusals.ThemeUnknown);

    public static Refusal? RefuseNote(string? note, (string, string) field) => Text.Check(note, NoteMost, field);
}

/// <summary>What the door needs to know of an announcement.</summary>
internal static class PressScope
{
    public static async Task<Scope?> Of(Guid announcement, Deed deed) =>
        await deed.Session.LoadAsync<Announcement>(announcement, deed.Stop) is null ? null : Scope.None with { About = announcement.ToString() };
}
