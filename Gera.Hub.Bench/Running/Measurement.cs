using System.Diagnostics;
using Gera.Hub.Bench.Crowds;

namespace Gera.Hub.Bench.Running;

/// <summary>Figures by name (the unit is part of it), and who counted what.</summary>
internal sealed record Outcome(string Stage, Dictionary<string, double> Figures, Dictionary<string, long[]?> Counts,
    Dictionary<string, int> Statuses, Dictionary<string, int> Troubles)
{
    /// <summary>Others took more than a tenth of the machine while the votes ran: its times say little.</summary>
    public bool Noisy => Figures["CPU voting, others % of the machine"] > 10;

    /// <summary>Every source that may speak says what the oracle says.</summary>
    public bool AllEqual => Counts.Values.All(votes => votes is null || votes.AsSpan().SequenceEqual(Counts["oracle"]));
}

/// <param name="Secret">A secret poll: its count shows only after close.</param>
/// <param name="Page">Every voter loads the voter's page first.</param>
internal sealed record Wanted(int Voters, double Seconds, bool Secret, bool Page, ulong Seed)
{
    public const int Options = 4;
    public const double Patience = 120;
}

/// <summary>One crowd on one stage, from the first connection to the last screen.</summary>
internal static class Measurement
{
    public const string MemoryPerVoter = "hub memory per voter KB";

    /// <summary>
    /// Before it counts: a hub that has run for a while has its code compiled. .NET compiles hot methods twice,
    /// each time after a tenth of a second of calm, so the rounds leave pauses. <c>--cold</c> shows the first burst after a start.
    /// </summary>
    public static async Task WarmUp(Hall hall, IStage stage, ulong seed)
    {
        for (var round = 0; round < 16; round++)
        {
            var (code, poll) = await stage.Prepare("Aufwärmen", secret: false);
            await hall.Connect(new CrowdSpec(code, stage.Ports, 0, 200, seed + (ulong)round, Wanted.Options), 60);
            await stage.Open(poll);
            await hall.Vote(poll, 0.2, 30);
            await hall.Leave();
            await Task.Delay(250);
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
        // A few hundred connections fit into what the hub already has; then there is nothing to measure.
        figures[MemoryPerVoter] = wanted.Voters < 5_000 ? double.NaN : (double)residentKb / wanted.Voters;
        connecting.AddTo(figures, "connecting", wanted.Voters);
        voting.AddTo(figures, "voting", wanted.Voters);
        return new(stage.Name, figures, counts, Figures.Tally(reports.SelectMany(r => r.Statuses)),
            reports.SelectMany(r => r.Troubles).GroupBy(t => t.Key).ToDictionary(g => g.Key, g => g.Sum(t => t.Value)));
    }

    /// <summary>Until the stage uses less than 5 % of one core for half a second, at most 20 s: earlier work is not measured as later.</summary>
    private static async Task Quiet(IStage stage)
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
