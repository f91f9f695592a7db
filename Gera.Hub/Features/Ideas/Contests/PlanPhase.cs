using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Contests;

/// <summary>Sets when a phase of a category begins and ends; null: by hand.</summary>
public sealed record PlanPhase(Guid Contest, string Category, Phase Phase, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt) : IWish<Done>;

internal sealed class PlanPhaseVerb : IVerb<PlanPhase, Done>
{
    public Permission Needs => Permission.Edit;

    public Task<Scope?> ScopeOf(PlanPhase wish, Deed deed) => ContestScope.Of(wish.Contest, deed);

    public async Task<Answer<Done>> Do(PlanPhase wish, Deed deed)
    {
        await PhaseGate.Take(wish.Contest, wish.Category, wish.Phase, deed);
        var stream = await deed.Session.Events.FetchForWriting<Contest>(wish.Contest, deed.Stop);
        var contest = stream.Aggregate!;
        if (contest.Find(wish.Category) is null) return Refusals.NotFound;
        if (wish is { OpensAt: { } opens, ClosesAt: { } closes } && closes <= opens) return IdeaRefusals.WindowBad;
        if (contest.Of(wish.Category, wish.Phase) is { State: WindowState.Over }) return IdeaRefusals.PhaseOver;
        if (wish.ClosesAt <= deed.Now) return IdeaRefusals.WindowPast;

        var planned = new PhasePlanned(wish.Category, wish.Phase, wish.OpensAt, wish.ClosesAt, deed.Person.Id, deed.Now);
        stream.AppendOne(planned);
        var after = contest.Apply(planned);
        PhaseGate.Set(after, after.Of(wish.Category, wish.Phase)!, deed);
        return new Done();
    }
}
