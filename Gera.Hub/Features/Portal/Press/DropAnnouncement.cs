using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Gives up an announcement that was never out; its pictures and links for journalists go with it.</summary>
public sealed record DropAnnouncement(Guid Announcement) : IWish<Done>;

internal sealed class DropAnnouncementVerb(PressPictures pictures) : IVerb<DropAnnouncement, Done>
{
    public Permission Needs => Permission.Press;

    public Task<Scope?> ScopeOf(DropAnnouncement wish, Deed deed) => PressScope.Of(wish.Announcement, deed);

    public async Task<Answer<Done>> Do(DropAnnouncement wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Announcement>(wish.Announcement, deed.Stop);
        if (stream.Aggregate!.State == PressState.Dropped) return new Done();
        if (stream.Aggregate.IsKnown(deed.Now)) return PressRefusals.AlreadyOut;
        stream.AppendOne(new AnnouncementDropped(deed.Person.Id!.Value, deed.Now));
        foreach (var picture in await pictures.Of(wish.Announcement, deed.Stop)) pictures.Drop(deed.Session, picture.Id);
        deed.Session.QueueSqlCommand("delete from portal.embargoes where announcement = ?", wish.Announcement);
        deed.Session.QueueSqlCommand("delete from portal.press_drafts where announcement = ?", wish.Announcement);
        return new Done();
    }
}
