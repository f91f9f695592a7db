using System.Diagnostics;
using Gera.Hub.Bench.Running;

namespace Gera.Hub.Bench.FaultRuns;

/// <summary>kill -9 of the hub, or of the database, while thousands press.</summary>
internal static class Killed
{
    private const double Pause = 1;

    public static readonly Fault Hub = new("hub-killed", "kill -9 of the hub in the burst: 0 lost, 0 doubled, ready again within 5 s", 1, false,
        KillHub, KillHub);

    public static readonly Fault Database = new("database-killed", "kill -9 of PostgreSQL in the burst: 0 lost, 0 doubled, first new acknowledgement within 3 s", 1, false,
        KillDatabase, KillDatabaseUnderSleepyInserts);

    /// <summary>Known-bad is the hub that answers from memory: what it acknowledged before the kill is gone.</summary>
    private static async Task<Verdict> KillHub(FaultStage stage)
    {
        var poll = await stage.Gather(stage.Voters);
        var votes = stage.Hall.Vote(poll, 0, 120);
        await stage.WaitUntilKept(poll, stage.Voters / 4);
        var ready = await stage.KillAndRestartHub();
        await votes;
        var reports = await stage.Hall.Report();
        var kept = await stage.Stage.Kept(poll);
        return new Verdict()
            .Exactly("answered counted", FaultStage.Count(reports, "counted"), stage.Voters)
            .Kept(FaultStage.Acknowledged(reports, "counted"), kept)
            .Most("ready again after s", ready, 5)
            .Least("voters who had to reconnect", reports.Sum(r => r.Reconnects), 1)
            .Exactly("error answers", reports.Sum(r => r.Errors), 0);
    }

    private static async Task<Verdict> KillDatabase(FaultStage stage)
    {
        var poll = await stage.Gather(stage.Voters);
        var votes = stage.Hall.Vote(poll, 0, 120);
        await stage.WaitUntilKept(poll, stage.Voters / 4);
        await stage.Postgres.Kill();
        await Task.Delay(TimeSpan.FromSeconds(Pause), stage.Stop);
        await stage.Postgres.Resume();
        var back = Stopwatch.GetTimestamp();
        await votes;
        var reports = await stage.Hall.Report();
        return new Verdict()
            .Exactly("answered counted", FaultStage.Count(reports, "counted"), stage.Voters)
            .Kept(FaultStage.Acknowledged(reports, "counted"), await stage.Stage.Kept(poll))
            .Most("first acknowledgement after the database is back, s", FaultStage.FirstAcknowledgementAfter(reports, back), 3)
            .Exactly("error answers", reports.Sum(r => r.Errors), 0)
            .Note("busy answers", reports.Sum(r => r.Busy));
    }

    /// <summary>Known-bad: the bench's own inserts with synchronous_commit=off. The control beside it, on, loses none.</summary>
    private static async Task<Verdict> KillDatabaseUnderSleepyInserts(FaultStage stage)
    {
        var (sure, sureLost) = await KillDatabaseUnderInserts(stage, "on");
        var (sleepy, lost) = await KillDatabaseUnderInserts(stage, "off");
        return new Verdict().Note("acknowledged with synchronous_commit=on", sure).Note("of those lost (control)", sureLost)
            .Note("acknowledged with synchronous_commit=off", sleepy).Exactly("of those lost", lost, 0);
    }

    private static async Task<(long Acknowledged, long Lost)> KillDatabaseUnderInserts(FaultStage stage, string synchronousCommit)
    {
        await using var direct = new DirectVotes($"{stage.Postgres.Connection};Options=-c synchronous_commit={synchronousCommit}");
        await direct.Prepare("poll int, voter int primary key");
        var writing = direct.InsertUntilBroken("insert into direct_votes values (1, @voter)", stage.Voters);
        await Task.Delay(TimeSpan.FromSeconds(Pause), stage.Stop);
        await stage.Postgres.Kill();
        var acknowledged = await writing;
        await stage.Postgres.Resume();
        return (acknowledged, Math.Max(0, acknowledged - await direct.Count()));
    }
}
