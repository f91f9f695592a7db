using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Puts right what was wrong in an announcement that is out, and says so in it. One person may: a wrong sentence does not wait for a second.</summary>
/// <param name="Version">The version that was seen.</param>
/// <param name="Note">What was wrong; everybody reads it.</param>
public sealed record CorrectAnnouncement(Guid Announcement, int Version, AnnouncementWords Words, string? Note) : IWish<Done>;

internal sealed class CorrectAnnouncementVerb : IVerb<CorrectAnnouncement, Done>
{
    public Permission Needs => Permission.Press;

    public Task<Scope?> ScopeOf(CorrectAnnouncement wish, Deed deed) => PressScope.Of(wish.Announcement, deed);

    public async Task<Answer<Done>> Do(CorrectAnnouncement wish, Deed deed)
    {
        if (PressWords.Refuse(wish.Words) is { } bad) return bad;
        if (PressWords.RefuseNote(wish.Note, ("Korrekturhinweis", "correction note")) is { } badNote) return badNote;
        var stream = await deed.Session.Events.FetchForWriting<Announcement>(wish.Announcement, deed.Stop);
        var (announcement, words) = (stream.Aggregate!, wish.Words.Clean());
        if (!announcement.IsOut(deed.Now)) return PressRefusals.NotOut;
        if (announcement.Edition != wish.Version) return announcement.Words == words ? new Done() : PressRefusals.TextMoved;
        var path = words.Title == announcement.Words.Title ? announcement.Path! : await PressPaths.Take(announcement.Id, words.Title, announcement.PublishAt!.Value, deed);
        stream.AppendOne(new AnnouncementCorrected(words, Text.Clean(wish.Note!), path, deed.Person.Id!.Value, deed.Now));
        deed.Session.QueueSqlCommand("delete from portal.press_drafts where announcement = ? and person = ?", announcement.Id, deed.Person.Id!);
        return new Done();
    }
}
