using Gera.Hub.Bench.Running;

namespace Gera.Hub.Bench;

/// <summary>The verb <c>hall</c>: the real hub, the hub from memory and the bare database, in one run on one machine.</summary>
internal sealed class HallRun(Arguments arguments) : IAsyncDisposable
{
    private const int VotersPerHub = 18_500; // of 20,000 files per process
    private readonly Wanted wanted = new(arguments.Whole("voters", 1000), arguments.Number("seconds", 0), arguments.Has("secret"),
        arguments.Has("page"), (ulong)arguments.Number("seed", 2037));
    private readonly int processes = arguments.Whole("processes", 1), port = arguments.Whole("port", 23000), repeat = Math.Max(1, arguments.Whole("repeat", 1));
    private readonly string baseline = arguments.Text("baseline") ?? "all";
    private readonly string folder = Directory.CreateTempSubdirectory("gera-bench-oracle-").FullName;
    private readonly List<HubProcess> hubs = [];
    private BenchPostgres? postgres;
    private HubApi? leader;
    private Hall? hall;

    public async Task<int> Run(CancellationToken stop)
    {
        var withHub = baseline != "only";
        var perHub = wanted.Voters / (withHub ? processes : 1);
        if (perHub > VotersPerHub)
            throw new Misunderstood($"{perHub} voters on one hub process are more than its {VotersPerHub} connections; give it more --processes.");
        hall = new Hall(wanted.Voters, stop);
        List<IStage> stages = [];
        postgres = await BenchPostgres.Start();
        if (withHub)
            stages.Add(await RealStage(stop));
        // The memory hub is one process; a crowd that is too large for it has no such baseline.
        if (baseline != "none" && wanted.Voters <= VotersPerHub)
            stages.Add(await MemoryStage(stop));
        var outcomes = await Measure(stages);
        var database = baseline == "none" ? [] : await Database();
        return await Tell(outcomes, database);
    }

    public async ValueTask DisposeAsync()
    {
        hall?.Dispose();
        leader?.Dispose();
        foreach (var hub in hubs)
            await hub.DisposeAsync();
        if (postgres is not null)
            await postgres.DisposeAsync();
        if (arguments.Has("keep"))
            Console.WriteLine($"Kept: {folder}");
        else
            Directory.Delete(folder, recursive: true);
    }

    private async Task<IStage> RealStage(CancellationToken stop)
    {
        for (var i = 0; i < processes; i++)
            hubs.Add(await HubProcess.Start(port + i, postgres!.Connection, stop));
        var (mail, password) = await hubs[0].Leader;
        leader = new HubApi(hubs[0].Port);
        await leader.LogIn(mail, password);
        return new RealStage([.. hubs], postgres!, leader);
    }

    private async Task<IStage> MemoryStage(CancellationToken stop)
    {
        var memory = await HubProcess.StartFromMemory(port + 90, stop);
        hubs.Add(memory);
        return new MemoryStage(memory);
    }

    /// <summary>Turn by turn, so that a slow minute of the machine hits both alike.</summary>
    private async Task<List<Outcome>> Measure(List<IStage> stages)
    {
        var runs = stages.ToDictionary(s => s.Name, _ => new List<Outcome>());
        if (!arguments.Has("cold"))
            foreach (var stage in stages)
                await Measurement.WarmUp(hall!, stage, wanted.Seed + 1000);
        for (var round = 0; round < repeat; round++)
            foreach (var stage in stages)
            {
                var outcome = await Measurement.Run(hall!, stage, wanted with { Seed = wanted.Seed + (ulong)round },
                    Path.Combine(folder, $"oracle-{round}.csv"));
                runs[stage.Name].Add(outcome);
                Report.Round(round + 1, outcome);
            }
        return [.. stages.Select(s => Report.Median(runs[s.Name]))];
    }

    private async Task<Dictionary<string, double>> Database()
    {
        foreach (var hub in hubs)
            await hub.DisposeAsync();
        hubs.Clear();
        var votes = Math.Min(wanted.Voters, 20_000);
        List<double> one = [], many = [];
        await using var database = new DatabaseBaselines(postgres!.Connection, wanted.Seed);
        for (var round = 0; round < repeat; round++)
        {
            await database.Prepare();
            one.Add(await database.OneInsertPerVote(votes));
            many.Add(await database.Batched(Math.Max(votes, 20_000)));
        }
        return new() { ["one insert per vote, 64 clients"] = Report.Median([.. one]), ["batched insert, 1,000 a statement"] = Report.Median([.. many]) };
    }

    private async Task<int> Tell(List<Outcome> outcomes, Dictionary<string, double> database)
    {
        Report.Head($"{wanted.Voters:N0} voters, {(wanted.Seconds == 0 ? "all at once" : $"over {wanted.Seconds} s")}, {(wanted.Secret ? "secret" : "open")} poll, {processes} hub process(es), {(repeat > 1 ? $"medians of the quiet ones of {repeat} rounds" : "one run")}{(arguments.Has("cold") ? ", cold" : "")}");
        Report.Table(outcomes);
        foreach (var outcome in outcomes)
        {
            Report.Head(outcome.Stage);
            Report.Counts(outcome);
        }
        Report.Head("beside the baselines, votes per second");
        foreach (var (name, value) in database)
            Report.Line(name, value);
        Dictionary<string, double> ratios = [];
        var rate = outcomes[0].Figures.GetValueOrDefault("votes per second");
        // Spread over time, the voters set the pace and a ratio says nothing.
        if (outcomes.Count == 2 && wanted.Seconds == 0)
            ratios[$"{outcomes[0].Stage} / {outcomes[1].Stage}"] = rate / outcomes[1].Figures["votes per second"];
        foreach (var (name, value) in wanted.Seconds == 0 ? database : [])
            ratios[$"{outcomes[0].Stage} / {name}"] = rate / value;
        foreach (var (name, value) in ratios)
            Console.WriteLine($"{name,-46}{value,14:0.00}");
        await Report.Write(arguments.Text("json"), new { wanted, processes, repeat, outcomes, database, ratios });
        return outcomes.TrueForAll(o => o.AllEqual && o.Figures["acknowledged"] == wanted.Voters) ? 0 : 1;
    }
}
