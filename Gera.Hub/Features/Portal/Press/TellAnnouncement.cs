using Gera.Hub.People;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Tells whoever wants to hear of an announcement, once its moment has passed. Whether it can be read does not wait for this.</summary>
public sealed record TellAnnouncement(Guid Announcement) : IWish<Done>;

internal sealed class TellAnnouncementVerb : IVerb<TellAnnouncement, Done>
{
    public Permission Needs => Permission.Administer;

    public Task<Scope?> ScopeOf(TellAnnouncement wish, Deed deed) => PressScope.Of(wish.Announcement, deed);

    public async Task<Answer<Done>> Do(TellAnnouncement wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Announcement>(wish.Announcement, deed.Stop);
        var announcement = stream.Aggregate!;
        if (announcement.IsTold || !announcement.IsOut(deed.Now)) return new Done();
        stream.AppendOne(new AnnouncementPublished(deed.Now));
        return new Done();
    }
}
