using Gera.Hub.People;
using Gera.Hub.People.Follows;
using Gera.Hub.People.Notices;
using Marten;

namespace Gera.Hub.Features.Ideas.Contests;

/// <summary>Begins or ends a phase of a category, by hand or by the clock. What it already is stays as it is.</summary>
/// <param name="Due">Set by the clock: only if the phase is still due at that time.</param>
public sealed record MovePhase(Guid Contest, string Category, Phase Phase, bool Open, DateTimeOffset? Due = null) : IWish<Done>;

internal sealed class MovePhaseVerb(Noticeboard board) : IVerb<MovePhase, Done>
{
    public Permission Needs => Permission.Edit;

    public Task<Scope?> ScopeOf(MovePhase wish, Deed deed) => ContestScope.Of(wish.Contest, deed);

    public async Task<Answer<Done>> Do(MovePhase wish, Deed deed)
    {
        await PhaseGate.Take(wish.Contest, wish.Category, wish.Phase, deed);
        // Read after the phase is ours: nobody else moves the phase any more.
        var stream = await deed.Session.Events.FetchForWriting<Contest>(wish.Contest, deed.Stop);
        var contest = stream.Aggregate!;
        if (contest.Of(wish.Category, wish.Phase) is not { } window) return Refusals.NotFound;
        if (window.State == (wish.Open ? WindowState.Open : WindowState.Over)) return new Done();
        if (wish.Due is { } due && (wish.Open ? window.State != WindowState.Planned || window.OpensAt != due : window.ClosesAt != due)) return new Done();
        if (wish is { Open: true, Due: null } && Refuse(contest, wish) is { } refusal) return refusal;

        object moved = wish.Open ? new PhaseOpened(wish.Category, wish.Phase, deed.Person.Id, deed.Now) : new PhaseClosed(wish.Category, wish.Phase, deed.Person.Id, deed.Now);
        stream.AppendOne(moved);
        var after = moved is PhaseOpened opened ? contest.Apply(opened) : contest.Apply((PhaseClosed)moved);
        // What was opened by hand after its time is closed by hand, too.
        var state = after.Of(wish.Category, wish.Phase)!;
        if (wish.Open && state.ClosesAt <= deed.Now)
        {
            stream.AppendOne(new PhasePlanned(wish.Category, wish.Phase, state.OpensAt, null, deed.Person.Id, deed.Now));
            state = state with { ClosesAt = null };
        }
        PhaseGate.Set(after, state, deed);
        await Tell(contest, wish, deed);
        return new Done();
    }

    private async Task Tell(Contest contest, MovePhase wish, Deed deed)
    {
        if (contest.IsBox) return;
        var data = new { title = contest.Title, phase = wish.Phase.ToString(), category = contest.Find(wish.Category)?.Title ?? "", outcome = wish.Open ? "opened" : "closed" };
        foreach (var person in await FollowBoard.Followers(deed, IdeaFollows.Contest(contest.Id)))
            board.Tell(deed.Session, person, IdeaNotices.Moved, $"{contest.Id}/{wish.Category}/{wish.Phase}", data, $"/ideen/wettbewerb/{contest.Key}");
    }

    /// <summary>What was revealed cannot be sealed again.</summary>
    private static Refusal? Refuse(Contest contest, MovePhase wish) =>
        wish.Phase == Phase.Submission && contest.Rules.Sealed && contest.Of(wish.Category, Phase.Submission) is { State: WindowState.Over } ? IdeaRefusals.AlreadyRevealed : null;
}
