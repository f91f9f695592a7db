using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Takes it out of the plan, as long as its moment has not come.</summary>
public sealed record UnscheduleAnnouncement(Guid Announcement) : IWish<Done>;

internal sealed class UnscheduleAnnouncementVerb : IVerb<UnscheduleAnnouncement, Done>
{
    public Permission Needs => Permission.Press;

    public Task<Scope?> ScopeOf(UnscheduleAnnouncement wish, Deed deed) => PressScope.Of(wish.Announcement, deed);

    public async Task<Answer<Done>> Do(UnscheduleAnnouncement wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Announcement>(wish.Announcement, deed.Stop);
        if (stream.Aggregate!.IsKnown(deed.Now)) return PressRefusals.AlreadyOut;
        if (stream.Aggregate.State == PressState.Scheduled) stream.AppendOne(new AnnouncementUnscheduled(deed.Person.Id!.Value, deed.Now));
        return new Done();
    }
}
