using Gera.Hub.People;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>Plans a meeting of a working group. The same id once more is the same meeting.</summary>
/// <param name="IsPublic">Everybody sees it; else members of the group only. Stays as it is for good.</param>
public sealed record PlanMeeting(Guid Meeting, string? Group, MeetingFacts Facts, bool IsPublic) : IWish<Done>;

internal sealed class PlanMeetingVerb : IVerb<PlanMeeting, Done>
{
    public Permission Needs => Permission.Lead;

    public Pace? Pace => new(30, 500, TimeSpan.FromMinutes(10));

    public Task<Scope?> ScopeOf(PlanMeeting wish, Deed deed) => Task.FromResult(GroupScope.Of(wish.Group));

    public async Task<Answer<Done>> Do(PlanMeeting wish, Deed deed)
    {
        foreach (var (_, refusal) in wish.Facts.Faults()) return refusal;
        if (await deed.Session.LoadAsync<Meeting>(wish.Meeting, deed.Stop) is { } there) return there.Group == wish.Group ? new Done() : Refusals.NotFound;
        deed.Session.Events.StartStream<Meeting>(wish.Meeting, new MeetingPlanned(wish.Meeting, wish.Group!, wish.Facts.Clean(), wish.IsPublic, deed.Person.Id, deed.Now));
        return new Done();
    }
}
