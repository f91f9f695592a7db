using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Asks a second person to read it.</summary>
public sealed record SendAnnouncement(Guid Announcement) : IWish<Done>;

internal sealed class SendAnnouncementVerb : IVerb<SendAnnouncement, Done>
{
    public Permission Needs => Permission.Press;

    public Task<Scope?> ScopeOf(SendAnnouncement wish, Deed deed) => PressScope.Of(wish.Announcement, deed);

    public async Task<Answer<Done>> Do(SendAnnouncement wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Announcement>(wish.Announcement, deed.Stop);
        if (stream.Aggregate!.State == PressState.InReview) return new Done();
        if (stream.Aggregate.State != PressState.Draft) return PressRefusals.NotADraft;
        stream.AppendOne(new AnnouncementSent(deed.Person.Id!.Value, deed.Now));
        return new Done();
    }
}
