using System.Diagnostics;
using Gera.Hub.Bench.Crowds;
using Gera.Hub.Bench.Running;

namespace Gera.Hub.Bench.FaultRuns;

/// <summary>What a fault plays on: a fresh database, hubs, a line between them, a crowd.</summary>
internal sealed class FaultStage(int port, int voters, CancellationToken stop) : IAsyncDisposable
{
    public const ulong Seed = 2037;
    private const int Options = 4;
    private readonly List<HubProcess> hubs = [];
    private BenchPostgres? postgres;
    private CuttingProxy? proxy;
    private HubApi? leader;
    private Hall? hall;
    private string hubConnection = "";

    public int Voters => voters;
    public CancellationToken Stop => stop;
    public BenchPostgres Postgres => postgres!;
    public CuttingProxy Proxy => proxy!;
    public HubApi Leader => leader!;
    public Hall Hall => hall!;
    public string ThroughProxy => CuttingProxy.Through(Postgres.Connection, port + 95);
    public IStage Stage { get; private set; } = null!;

    public async Task StartDatabase()
    {
        postgres = await BenchPostgres.Start();
        proxy = new CuttingProxy(port + 95, new Npgsql.NpgsqlConnectionStringBuilder(Postgres.Connection).Port);
        hall = new Hall(voters, stop);
    }

    public async Task StartHubs(int processes, bool behindProxy)
    {
        hubConnection = behindProxy ? ThroughProxy : Postgres.Connection;
        for (var i = 0; i < processes; i++)
            hubs.Add(await HubProcess.Start(port + i, hubConnection, stop));
        var (mail, password) = await hubs[0].Leader;
        leader = new HubApi(port);
        await leader.LogIn(mail, password);
        Stage = new RealStage([.. hubs], Postgres, leader);
    }

    /// <summary>The known-bad hub: acknowledges and stores nothing.</summary>
    public async Task StartMemoryHub()
    {
        hubs.Add(await HubProcess.StartFromMemory(port, stop));
        Stage = new MemoryStage(hubs[0]);
    }

    /// <summary>Everybody has a seat and the poll is open.</summary>
    public async Task<string> Gather(int count, int share = 1)
    {
        var (code, poll) = await Stage.Prepare("Ernstfall", secret: false);
        await Hall.Connect(new CrowdSpec(code, Stage.Ports, 0, count, Seed, Options, share), 120);
        await Stage.Open(poll);
        return poll;
    }

    /// <summary>kill -9 and a new process on the same port.</summary>
    /// <returns>Seconds from the kill until it is ready again.</returns>
    public async Task<double> KillAndRestartHub()
    {
        var watch = Stopwatch.StartNew();
        await hubs[0].Kill();
        var memory = Stage is MemoryStage;
        hubs[0] = memory ? await HubProcess.StartFromMemory(port, stop) : await HubProcess.Start(port, hubConnection, stop);
        Stage = memory ? new MemoryStage(hubs[0]) : new RealStage([.. hubs], Postgres, Leader);
        return watch.Elapsed.TotalSeconds;
    }

    public async Task WaitUntilKept(string poll, long ballots)
    {
        var watch = Stopwatch.StartNew();
        while ((await Stage.Kept(poll)).Ballots < ballots && watch.Elapsed.TotalSeconds < 60)
            await Task.Delay(20, stop);
    }

    /// <summary>Votes per option of those voters whose answer was one of the statuses.</summary>
    public static long[] Acknowledged(CrowdReport[] reports, params string[] statuses)
    {
        var oracle = new Oracle(Seed, 0, Options);
        var votes = new long[Options];
        foreach (var report in reports)
            for (var i = 0; i < report.Statuses.Length; i++)
                if (statuses.Contains(report.Statuses[i]))
                    votes[oracle.ChoiceOf(report.First + i) - 1]++;
        return votes;
    }

    public static int Count(CrowdReport[] reports, string status) => reports.Sum(r => r.Statuses.Count(s => s == status));

    /// <summary>Seconds from a moment to the first acknowledgement after it; NaN if there was none.</summary>
    public static double FirstAcknowledgementAfter(CrowdReport[] reports, long moment) => reports
        .SelectMany(r => r.Acknowledged.Where(a => a >= 0).Select(a => Stopwatch.GetElapsedTime(moment, r.PressMoment).TotalSeconds + a / 1e6))
        .Where(seconds => seconds >= 0).DefaultIfEmpty(double.NaN).Min();

    public async ValueTask DisposeAsync()
    {
        hall?.Dispose();
        leader?.Dispose();
        foreach (var hub in hubs)
            await hub.DisposeAsync();
        if (proxy is not null)
            await proxy.DisposeAsync();
        if (postgres is not null)
            await postgres.DisposeAsync();
    }
}
