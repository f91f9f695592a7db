using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Gives an approved announcement its moment; from then on everybody can read it.</summary>
/// <param name="PublishAt">To the minute; null: now.</param>
public sealed record ScheduleAnnouncement(Guid Announcement, DateTimeOffset? PublishAt) : IWish<Done>;

internal sealed class ScheduleAnnouncementVerb : IVerb<ScheduleAnnouncement, Done>
{
    /// <summary>Whoever takes a while to press the button means now.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10), Far = TimeSpan.FromDays(366);

    public Permission Needs => Permission.Press;

    public Task<Scope?> ScopeOf(ScheduleAnnouncement wish, Deed deed) => PressScope.Of(wish.Announcement, deed);

    public async Task<Answer<Done>> Do(ScheduleAnnouncement wish, Deed deed)
    {
        var at = wish.PublishAt?.ToUniversalTime() ?? deed.Now;
        if (at < deed.Now - Late) return PressRefusals.MomentPast;
        if (at > deed.Now + Far) return PressRefusals.MomentFar;
        // Never in the past: whoever was told of all up to now would miss it.
        if (at < deed.Now) at = deed.Now;
        var stream = await deed.Session.Events.FetchForWriting<Announcement>(wish.Announcement, deed.Stop);
        var announcement = stream.Aggregate!;
        if (announcement.IsKnown(deed.Now)) return PressRefusals.AlreadyOut;
        if (announcement.State is not (PressState.Approved or PressState.Scheduled)) return PressRefusals.NotApproved;
        var path = await PressPaths.Take(announcement.Id, announcement.Words.Title, at, deed);
        stream.AppendOne(new AnnouncementScheduled(at, path, deed.Person.Id!.Value, deed.Now));
        return new Done();
    }
}
