using Gera.Hub.Bench.Running;

namespace Gera.Hub.Bench;

/// <summary>The verb <c>hall</c>: the real hub, the hub from memory and the bare database, in one run on one machine.</summary>
internal sealed class HallRun(Arguments arguments) : IAsyncDisposable
{
    private const int VotersPerHub = 18_500; // of 20,000 files per process
    private readonly Wanted _wanted = new(arguments.Whole("voters", 1000), arguments.Number("seconds", 0), arguments.Has("secret"),
        arguments.Has("page"), (ulong)arguments.Number("seed", 2037));
    private readonly int _processes = arguments.Whole("processes", 1), _port = arguments.Whole("port", 23000), _repeat = Math.Max(1, arguments.Whole("repeat", 1));
    private readonly string _baseline = arguments.Text("baseline") ?? "all";
    private readonly string _folder = Directory.CreateTempSubdirectory("gera-bench-oracle-").FullName;
    private readonly List<HubProcess> _hubs = [];
    private BenchPostgres? _postgres;
    private HubApi? _leader;
    private Hall? _hall;

    public async Task<int> Run(CancellationToken stop)
    {
        var withHub = _baseline != "only";
        var perHub = _wanted.Voters / (withHub ? _processes : 1);
        if (perHub > VotersPerHub)
            throw new Misunderstood($"{perHub} voters on one hub process are more than its {VotersPerHub} connections; give it more --processes.");
        _hall = new Hall(_wanted.Voters, stop);
        List<IStage> stages = [];
        _postgres = await BenchPostgres.Start(_port + 99);
        if (withHub)
            stages.Add(await RealStage(stop));
        // The memory hub is one process; a crowd that is too large for it has no such baseline.
        if (_baseline != "none" && _wanted.Voters <= VotersPerHub)
            stages.Add(await MemoryStage(stop));
        var outcomes = await Measure(stages);
        var database = _baseline == "none" ? [] : await Database();
        return await Tell(outcomes, database);
    }

    public async ValueTask DisposeAsync()
    {
        _hall?.Dispose();
        _leader?.Dispose();
        foreach (var hub in _hubs)
            await hub.DisposeAsync();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        if (arguments.Has("keep"))
            Console.WriteLine($"Kept: {_folder}");
        else
            Directory.Delete(_folder, recursive: true);
    }

    private async Task<IStage> RealStage(CancellationToken stop)
    {
        for (var i = 0; i < _processes; i++)
            _hubs.Add(await HubProcess.Start(_port + i, _postgres!.Connection, stop));
        var (mail, password) = await _hubs[0].Leader;
        _leader = new HubApi(_hubs[0].Port);
        await _leader.LogIn(mail, password);
        return new RealStage([.. _hubs], _postgres!, _leader);
    }

    private async Task<IStage> MemoryStage(CancellationToken stop)
    {
        var memory = await HubProcess.StartFromMemory(_port + 90, stop);
        _hubs.Add(memory);
        return new MemoryStage(memory);
    }

    /// <summary>Turn by turn, so that a slow minute of the machine hits both alike.</summary>
    private async Task<List<Outcome>> Measure(List<IStage> stages)
    {
        var runs = stages.ToDictionary(s => s.Name, _ => new List<Outcome>());
        if (!arguments.Has("cold"))
            foreach (var stage in stages)
                await Measurement.WarmUp(_hall!, stage, _wanted.Seed + 1000);
        for (var round = 0; round < _repeat; round++)
            foreach (var stage in stages)
            {
                var outcome = await Measurement.Run(_hall!, stage, _wanted with { Seed = _wanted.Seed + (ulong)round },
                    Path.Combine(_folder, $"oracle-{round}.csv"));
                runs[stage.Name].Add(outcome);
                Report.Round(round + 1, outcome);
            }
        return [.. stages.Select(s => Report.Median(runs[s.Name]))];
    }

    private async Task<Dictionary<string, double>> Database()
    {
        foreach (var hub in _hubs)
            await hub.DisposeAsync();
        _hubs.Clear();
        var votes = Math.Min(_wanted.Voters, 20_000);
        List<double> one = [], many = [];
        await using var database = new DatabaseBaselines(_postgres!.Connection, _wanted.Seed);
        for (var round = 0; round < _repeat; round++)
        {
            await database.Prepare();
            one.Add(await database.OneInsertPerVote(votes));
            many.Add(await database.Batched(Math.Max(votes, 20_000)));
        }
        return new() { ["one insert per vote, 64 clients"] = Report.Median([.. one]), ["batched insert, 1,000 a statement"] = Report.Median([.. many]) };
    }

    private async Task<int> Tell(List<Outcome> outcomes, Dictionary<string, double> database)
    {
        Report.Head($"{_wanted.Voters:N0} voters, {(_wanted.Seconds == 0 ? "all at once" : $"over {_wanted.Seconds} s")}, {(_wanted.Secret ? "secret" : "open")} poll, {_processes} hub process(es), {(_repeat > 1 ? $"medians of the quiet ones of {_repeat} rounds" : "one run")}{(arguments.Has("cold") ? ", cold" : "")}");
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
        if (outcomes.Count == 2 && _wanted.Seconds == 0)
            ratios[$"{outcomes[0].Stage} / {outcomes[1].Stage}"] = rate / outcomes[1].Figures["votes per second"];
        foreach (var (name, value) in _wanted.Seconds == 0 ? database : [])
            ratios[$"{outcomes[0].Stage} / {name}"] = rate / value;
        foreach (var (name, value) in ratios)
            Console.WriteLine($"{name,-46}{value,14:0.00}");
        await Report.Write(arguments.Text("json"), new { wanted = _wanted, processes = _processes, repeat = _repeat, outcomes, database, ratios });
        return outcomes.TrueForAll(o => o.AllEqual && o.Figures["acknowledged"] == _wanted.Voters) ? 0 : 1;
    }
}
