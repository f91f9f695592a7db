using System.Diagnostics;
using Gera.Hub.Bench.Crowds;

namespace Gera.Hub.Bench.FaultRuns;

/// <summary>The line between hub and database fails, the two ends live.</summary>
internal static class LineFaults
{
    private const int CutVoters = 3_000, CutPerMille = 10;
    private const int AwayVoters = 600;

    public static readonly Fault CommitsCut = new("commits-cut", "1 % of the answers to COMMIT are cut: 0 doubled, 0 lost, everybody is told counted", 1, true,
        CutCommits, RetryBlindly);

    public static readonly Fault DatabaseAway = new("database-away", "database away 30 s: every answer within 3 s, never an error or 500, recovers within 5 s", 1, true,
        GoAway, GoAway);

    private static async Task<Verdict> CutCommits(FaultStage stage)
    {
        var poll = await stage.Gather(CutVoters);
        stage.Proxy.CutPerMille = CutPerMille;
        // Spread out, because at once they would share a handful of commits.
        await stage.Hall.Vote(poll, 20, 60);
        stage.Proxy.CutPerMille = 0;
        var reports = await stage.Hall.Report();
        return new Verdict()
            .Note("commits", stage.Proxy.Commits)
            .Least("answers cut", stage.Proxy.Cuts, 3)
            .Exactly("answered counted", FaultStage.Count(reports, "counted"), CutVoters)
            .Kept(FaultStage.Acknowledged(reports, "counted"), await stage.Stage.Kept(poll))
            .Exactly("error answers", reports.Sum(r => r.Errors), 0)
            .Note("longest wait ms", reports.Max(r => r.LongestWait) / 1000.0);
    }

    /// <summary>Known-bad: no key, and a retry after every failure.</summary>
    private static async Task<Verdict> RetryBlindly(FaultStage stage)
    {
        await using var direct = new DirectVotes(stage.ThroughProxy);
        await direct.Prepare("poll int, voter int");
        stage.Proxy.CutPerMille = CutPerMille;
        await direct.InsertWithBlindRetry("insert into direct_votes values (1, @voter)", CutVoters);
        stage.Proxy.CutPerMille = 0;
        return new Verdict().Note("commits", stage.Proxy.Commits).Least("answers cut", stage.Proxy.Cuts, 3)
            .Exactly("doubled", await direct.Count() - CutVoters, 0);
    }

    /// <summary>
    /// Ten seconds stalled out of full health (the worst: nothing says that nobody is there), ten refused, ten stalled again.
    /// Known-bad is the hub that never asks its database: it acknowledges while there is none.
    /// </summary>
    private static async Task<Verdict> GoAway(FaultStage stage)
    {
        var poll = await stage.Gather(AwayVoters);
        var votes = stage.Hall.Vote(poll, 40, 60);
        await Task.Delay(TimeSpan.FromSeconds(3), stage.Stop);
        var away = Stopwatch.GetTimestamp();
        var web = AskTheWeb(stage, poll, TimeSpan.FromSeconds(29));
        foreach (var line in (Line[])[Line.Stalled, Line.Refusing, Line.Stalled])
        {
            stage.Proxy.Become(line);
            await Task.Delay(TimeSpan.FromSeconds(10), stage.Stop);
        }
        stage.Proxy.Become(Line.Open);
        var back = Stopwatch.GetTimestamp();
        await votes;
        var reports = await stage.Hall.Report();
        var verdict = new Verdict();
        foreach (var (path, (worst, slowest)) in await web)
            verdict.Exactly($"{path} answered 500", worst == 500 ? 1 : 0, 0).Note($"{path} worst status", worst).Most($"{path} slowest s", slowest, 3);
        return verdict
            .Exactly("answered counted", FaultStage.Count(reports, "counted"), AwayVoters)
            .Kept(FaultStage.Acknowledged(reports, "counted"), await stage.Stage.Kept(poll))
            .Exactly("acknowledged while it was away", Between(reports, away + Stopwatch.Frequency, back), 0)
            .Most("longest wait for an answer s", reports.Max(r => r.LongestWait) / 1e6, 3)
            .Exactly("error answers", reports.Sum(r => r.Errors), 0)
            .Exactly("silences", reports.Sum(r => r.Silences), 0)
            .Least("busy answers", reports.Sum(r => r.Busy), 1)
            .Most("first acknowledgement after it is back s", FaultStage.FirstAcknowledgementAfter(reports, back), 5);
    }

    /// <summary>A poll and the health checks, each asked all the while on its own. 500 is worse than 503.</summary>
    private static async Task<Dictionary<string, (int Worst, double Slowest)>> AskTheWeb(FaultStage stage, string poll, TimeSpan howLong)
    {
        var seen = new Dictionary<string, (int Worst, double Slowest)>();
        if (stage.Stage is not Running.RealStage)
            return seen;
        await Task.WhenAll(new[] { ("GET poll", $"/api/live/polls/{poll}"), ("GET ready", "/health/ready"), ("GET live", "/health/live") }.Select(async asked =>
        {
            var (worst, slowest, watch) = (200, 0.0, Stopwatch.StartNew());
            while (watch.Elapsed < howLong)
            {
                var one = Stopwatch.StartNew();
                var status = await stage.Leader.StatusOf(asked.Item2);
                slowest = Math.Max(slowest, one.Elapsed.TotalSeconds);
                worst = status == 500 || worst == 500 ? 500 : Math.Max(worst, status);
                await Task.Delay(100, stage.Stop);
            }
            lock (seen)
                seen[asked.Item1] = (worst, slowest);
        }));
        return seen;
    }

    private static int Between(CrowdReport[] reports, long from, long to) => reports.Sum(r => r.Acknowledged.Count(a =>
        a >= 0 && r.PressMoment + a * (Stopwatch.Frequency / 1_000_000) is var at && at > from && at < to));
}
