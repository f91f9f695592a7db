using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Puts an old announcement out of the list of the latest; it is still read and found.</summary>
public sealed record ArchiveAnnouncement(Guid Announcement) : IWish<Done>;

internal sealed class ArchiveAnnouncementVerb : IVerb<ArchiveAnnouncement, Done>
{
    public Permission Needs => Permission.Press;

    public Task<Scope?> ScopeOf(ArchiveAnnouncement wish, Deed deed) => PressScope.Of(wish.Announcement, deed);

    public async Task<Answer<Done>> Do(ArchiveAnnouncement wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Announcement>(wish.Announcement, deed.Stop);
        if (stream.Aggregate!.State == PressState.Archived) return new Done();
        if (!stream.Aggregate.IsOut(deed.Now)) return PressRefusals.NotOut;
        stream.AppendOne(new AnnouncementArchived(deed.Person.Id!.Value, deed.Now));
        return new Done();
    }
}
