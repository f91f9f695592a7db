using System.Diagnostics;
using Gera.Hub.Bench.Crowds;

namespace Gera.Hub.Bench.Running;

/// <summary>Figures by name (the unit is part of it), and who counted what.</summary>
sealed record Outcome(string Stage, Dictionary<string, double> Figures, Dictionary<string, long[]?> Counts,
    Dictionary<string, int> Statuses, Dictionary<string, int> Troubles)
{
    /// <summary>Every source that may speak says what the oracle says.</summary>
    public bool AllEqual => Counts.Values.All(votes => votes is null || votes.AsSpan().SequenceEqual(Counts["oracle"]));
}

/// <param name="Secret">A secret poll: its count shows only after close.</param>
/// <param name="Page">Every voter loads the voter's page first.</param>
sealed record Wanted(int Voters, double Seconds, bool Secret, bool Page, ulong Seed)
{
    public const int Options = 4;
    public const double Patience = 120;
}

/// <summary>One crowd on one stage, from the first connection to the last screen.</summary>
static class Measurement
{
    /// <summary>Before it counts: a hub that has run for a while has its code compiled, and so have the workers.</summary>
    public static async Task WarmUp(Hall hall, IStage stage, ulong seed)
    {
        for (var round = 0; round < 4; round++)
        {
            var (code, poll) = await stage.Prepare("Aufwärmen", secret: false);
            await hall.Connect(new CrowdSpec(code, stage.Ports, 0, 500, seed + (ulong)round, Wanted.Options), 60);
            await stage.Open(poll);
            await hall.Vote(poll, 0.2, 30);
            await hall.Leave();
        }
    }

    public static async Task<Outcome> Run(Hall hall, IStage stage, Wanted wanted, string oracleFile)
    {
        var oracle = new Oracle(wanted.Seed, wanted.Voters, Wanted.Options);
        oracle.Write(oracleFile);
        var (code, poll) = await stage.Prepare("Vollversammlung", wanted.Secret);
        await Quiet(stage);
        var meter = new Meter(hall, stage);
        var crowd = new CrowdSpec(code, stage.Ports, 0, wanted.Voters, wanted.Seed, Wanted.Options, Page: wanted.Page);
        var seated = await hall.Connect(crowd, Wanted.Patience + wanted.Voters / 300.0);
        var connecting = meter.Lap();
        await Quiet(stage);
        var residentKb = meter.ResidentKbMore();

        await stage.Open(poll);
        await Quiet(stage);
        meter.Lap();
        var standings = await hall.Vote(poll, wanted.Seconds, Wanted.Patience);
        var final = standings.Max(s => s.Version);
        var settled = await hall.Settle(final, 30);
        var voting = meter.Lap();
        var reports = await hall.Report();
        var counts = await stage.Judge(poll, wanted.Secret);
        await hall.Leave();

        counts["oracle"] = Oracle.Read(oracleFile, Wanted.Options);
        counts["screens"] = wanted.Secret || !settled ? null : reports.Select(r => r.FinalVotes).LastOrDefault(v => v is not null);
        var figures = Figures.Of(reports);
        figures["seated"] = seated;
        figures["hub memory per voter KB"] = (double)residentKb / wanted.Voters;
        connecting.AddTo(figures, "connecting", wanted.Voters);
        voting.AddTo(figures, "voting", wanted.Voters);
        return new(stage.Name, figures, counts, Figures.Tally(reports.SelectMany(r => r.Statuses)),
            reports.SelectMany(r => r.Troubles).GroupBy(t => t.Key).ToDictionary(g => g.Key, g => g.Sum(t => t.Value)));
    }

    /// <summary>Until the stage uses less than 5 % of one core for half a second, at most 20 s: earlier work is not measured as later.</summary>
    static async Task Quiet(IStage stage)
    {
        var watch = Stopwatch.StartNew();
        for (double before = -1, now; watch.Elapsed.TotalSeconds < 20; before = now)
        {
            now = ProcessMeter.Cpu(stage.HubIds) + (stage.PostgresId == 0 ? 0 : ProcessMeter.CpuWithChildren(stage.PostgresId));
            if (before >= 0 && now - before < 0.025)
                return;
            await Task.Delay(500);
        }
    }
}

/// <summary>CPU of hub, PostgreSQL and bench between two looks.</summary>
sealed class Meter(Hall hall, IStage stage)
{
    readonly long _residentKb = stage.HubIds.Sum(ProcessMeter.ResidentKb);
    (double Hub, double Postgres, double Bench) _last = Now(hall, stage);

    public long ResidentKbMore() => stage.HubIds.Sum(ProcessMeter.ResidentKb) - _residentKb;

    public Lap Lap()
    {
        var (before, now) = (_last, Now(hall, stage));
        _last = now;
        return new(now.Hub - before.Hub, now.Postgres - before.Postgres, now.Bench - before.Bench);
    }

    static (double Hub, double Postgres, double Bench) Now(Hall hall, IStage stage) => (
        ProcessMeter.Cpu(stage.HubIds),
        stage.PostgresId == 0 ? 0 : ProcessMeter.CpuWithChildren(stage.PostgresId),
        ProcessMeter.Cpu(hall.ProcessIds) + ProcessMeter.Cpu(Environment.ProcessId));
}

sealed record Lap(double Hub, double Postgres, double Bench)
{
    public void AddTo(Dictionary<string, double> figures, string phase, int voters)
    {
        figures[$"CPU {phase}, hub µs per voter"] = Hub * 1e6 / voters;
        figures[$"CPU {phase}, PostgreSQL µs per voter"] = Postgres * 1e6 / voters;
        figures[$"CPU {phase}, bench µs per voter"] = Bench * 1e6 / voters;
    }
}
