using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Contests;

/// <summary>Changes what holds in a contest. Once somebody has supported or given points, the rules before stay readable beside the reason; sealing cannot change after the first idea.</summary>
public sealed record ChangeRules(Guid Contest, ContestRules Rules, string? Reason) : IWish<Done>;

internal sealed class ChangeRulesVerb : IVerb<ChangeRules, Done>
{
    public Permission Needs => Permission.Edit;

    public Task<Scope?> ScopeOf(ChangeRules wish, Deed deed) => ContestScope.Of(wish.Contest, deed);

    public async Task<Answer<Done>> Do(ChangeRules wish, Deed deed)
    {
        if (People.Text.Check(wish.Reason, 500, ("Grund der Änderung", "reason for the change")) is { } bad) return bad;
        await deed.Session.BeginTransactionAsync(deed.Stop);
        var stream = await deed.Session.Events.FetchForWriting<Contest>(wish.Contest, deed.Stop);
        var contest = stream.Aggregate!;
        if (RulesCheck.Refuse(wish.Rules, contest.Windows.Any(w => w.Phase == Phase.Points)) is { } refusal) return refusal;
        if (wish.Rules == contest.Rules) return new Done();
        if ((wish.Rules.Sealed, wish.Rules.Anonymous, wish.Rules.StaffSees) != (contest.Rules.Sealed, contest.Rules.Anonymous, contest.Rules.StaffSees) && await HasIdeas(contest.Id, deed)) return IdeaRefusals.SealFixed;
        var changed = new ContestRulesChanged(wish.Rules, People.Text.Clean(wish.Reason!), deed.Person.Id!.Value, deed.Now);
        stream.AppendOne(changed);
        var after = contest.Apply(changed);
        foreach (var window in after.Windows) PhaseGate.Set(after, window, deed);
        return new Done();
    }

    private static async Task<bool> HasIdeas(Guid contest, Deed deed)
    {
        await using var look = new NpgsqlCommand($"select 1 from {IdeaSight.Table} where contest = $1 limit 1", deed.Session.Connection);
        look.Parameters.AddWithValue(contest);
        return await look.ExecuteScalarAsync(deed.Stop) is not null;
    }
}
