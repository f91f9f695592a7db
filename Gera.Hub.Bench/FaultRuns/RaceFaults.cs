namespace Gera.Hub.Bench.FaultRuns;

/// <summary>Nothing breaks, but too much happens at once.</summary>
internal static class RaceFaults
{
    private const int People = 200, Attempts = 50;
    private const int CloseVoters = 4_000;

    public static readonly Fault SameVoter = new("same-voter", "200 voters, each 50 votes at once over two hub processes: exactly 200", 2, false,
        VoteFiftyTimes, LookThenInsert);

    public static readonly Fault CloseRace = new("close-race", "votes racing the close: counted and kept, or closed; the result never moves", 1, false,
        RaceTheClose, RaceTheClose);

    private static async Task<Verdict> VoteFiftyTimes(FaultStage stage)
    {
        // Fifty connections share a seat and each has its own key and its own wish.
        var poll = await stage.Gather(People * Attempts, Attempts);
        await stage.Hall.Vote(poll, 0, 60);
        var reports = await stage.Hall.Report();
        var kept = await stage.Stage.Kept(poll);
        return new Verdict()
            .Exactly("answered counted", FaultStage.Count(reports, "counted"), People)
            .Exactly("answered refused", FaultStage.Count(reports, "refused"), People * (Attempts - 1))
            .Exactly("voters with a mark", kept.Marks, People)
            .Kept(FaultStage.Acknowledged(reports, "counted"), kept);
    }

    /// <summary>Known-bad: first a look, then the insert.</summary>
    private static async Task<Verdict> LookThenInsert(FaultStage stage)
    {
        await using var direct = new DirectVotes(stage.Postgres.Connection);
        await direct.Prepare("poll int, voter int");
        await direct.LookThenInsert(People, Attempts);
        return new Verdict().Exactly("ballots", await direct.Count(), People);
    }

    /// <summary>Known-bad is the hub from memory, which takes votes after the close.</summary>
    private static async Task<Verdict> RaceTheClose(FaultStage stage)
    {
        var poll = await stage.Gather(CloseVoters);
        var votes = stage.Hall.Vote(poll, 2, 60);
        await Task.Delay(TimeSpan.FromSeconds(1.2), stage.Stop); // 0.2 s until the first press
        var atClose = await stage.Stage.Judge(poll, secret: false);
        await votes;
        var reports = await stage.Hall.Report();
        var acknowledged = FaultStage.Acknowledged(reports, "counted");
        await Task.Delay(TimeSpan.FromSeconds(2), stage.Stop);
        var kept = await stage.Stage.Kept(poll);
        var verdict = new Verdict()
            .Kept(acknowledged, kept)
            .Least("answered closed", FaultStage.Count(reports, "closed"), 1)
            .Least("answered counted", acknowledged.Sum(), 1)
            .Exactly("answered otherwise", CloseVoters - acknowledged.Sum() - FaultStage.Count(reports, "closed"), 0);
        foreach (var (source, result) in atClose.Where(s => s.Key != "API while open"))
            verdict.Exactly($"votes told at close by {source} and moved since", result is null ? double.NaN : result.Zip(kept.Votes, (a, b) => Math.Abs(a - b)).Sum(), 0);
        return verdict;
    }
}
