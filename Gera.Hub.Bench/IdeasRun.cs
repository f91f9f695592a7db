using System.Diagnostics;
using Gera.Hub.Bench.Running;
using Gera.Hub.Bench.Wire;
using Gera.Hub.Features.Ideas;
using Gera.Hub.Features.Ideas.Supports;
using Gera.Hub.People;
using Gera.Hub.Push;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Bench;

/// <summary>The verb <c>ideas</c>: lists, search and pages of many ideas over HTTP, and supports through the door, beside what the same server and database do without the room.</summary>
internal sealed class IdeasRun(Arguments arguments) : IAsyncDisposable
{
    private const int Writers = 16, Spread = 1_000;

    private readonly int ideas = arguments.Whole("ideas", 20_000), supports = arguments.Whole("supports", 200_000), votes = arguments.Whole("voters", 4_000), asks = arguments.Whole("asks", 300), readers = Math.Max(1, arguments.Whole("readers", 4)), port = arguments.Whole("port", 23000);
    private readonly string folder = Directory.CreateTempSubdirectory("gera-bench-ideas-").FullName;
    private BenchPostgres? postgres;
    private WebApplication? hub;

    public async Task<int> Run(CancellationToken stop)
    {
        postgres = await BenchPostgres.Start();
        hub = await Start(stop);
        var database = hub.Services.GetRequiredService<HubDatabase>().Source;
        var town = new IdeaTown(database);
        var watch = Stopwatch.StartNew();
        await town.Fill(ideas, supports, 2 * votes, stop);
        Report.Head($"{ideas:N0} ideas with {supports:N0} supports (filled in {watch.Elapsed.TotalSeconds:0} s); {readers} reader(s), {asks} requests each kind");
        var number = await town.SomeNumber();
        await Tell("a plain file of this server", "/css/ideas.css", stop);
        await Tell("the list, mixed", "/ideen", stop);
        await Tell("the list, page 500", "/ideen?seite=500", stop);
        await Tell("the list, newest of a theme", "/ideen?thema=stadt&sortierung=neu", stop);
        await Tell("the list, most supported", "/ideen?sortierung=beliebt", stop);
        await Tell("search, two words", "/ideen?suche=radweg+schule", stop);
        await Tell("search with a slip", "/ideen?suche=trinkbrunen", stop);
        await Tell("similar ideas while typing", "/api/ideen/aehnlich?worte=Ein+sicherer+Radweg+zur+Schule", stop);
        await Tell("one idea", "/ideen/" + number, stop);

        Report.Head($"{votes:N0} supports of as many people through the door, {Writers} at once");
        var voters = await town.Voters(2 * votes);
        var hot = await Support(voters[..votes], [await town.Idea(0)], stop);
        var wide = await Support(voters[votes..], await town.Ideas(Spread), stop);
        var bare = await Bare(database, votes, stop);
        Report.Line("supports per second, one idea", hot);
        Report.Line($"supports per second, spread over {Spread:N0}", wide);
        Report.Line("one INSERT per support, nothing else", bare);
        Console.WriteLine($"{"ratio of one idea to the INSERT",-46}{hot / bare,14:0.00}");
        var (shown, kept) = await town.Hottest(2 * votes);
        Console.WriteLine($"{"supports kept equal supports granted",-46}{(shown == kept ? "yes" : "NO"),14}");
        return shown == kept ? 0 : 1;
    }

    public async ValueTask DisposeAsync()
    {
        if (hub is not null) await hub.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<WebApplication> Start(CancellationToken stop)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Door).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            Args = [$"--ConnectionStrings:Hub={postgres!.Connection}", "--Hub:Demo=false", $"--Hub:DataDirectory={folder}", $"--urls={Loopback.HubUrl(port)}"],
        });
        builder.Logging.ClearProviders();
        await builder.AddStorage(Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        builder.AddPeople();
        builder.AddPush();
        builder.AddShell();
        builder.AddIdeas();
        var app = builder.Build();
        app.UseShell();
        app.UseOpening();
        app.MapStorage();
        app.MapPeople();
        app.MapPush();
        app.MapShell();
        app.MapIdeas();
        await app.StartAsync(stop);
        using var http = new HttpClient();
        while ((await http.GetAsync(new Uri(Loopback.HubUrl(port) + "/health/ready"), stop)).StatusCode != System.Net.HttpStatusCode.OK) await Task.Delay(200, stop);
        return app;
    }

    private async Task Tell(string what, string address, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Loopback.HubUrl(port)) };
        for (var warm = 0; warm < 10; warm++) (await http.GetAsync(new Uri(address, UriKind.Relative), stop)).EnsureSuccessStatusCode();
        var (times, next) = (new double[asks], -1);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, readers).Select(async _ =>
        {
            for (int n; (n = Interlocked.Increment(ref next)) < asks;)
            {
                var began = Stopwatch.GetTimestamp();
                await http.GetByteArrayAsync(new Uri(address, UriKind.Relative), stop);
                times[n] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        }));
        var rate = asks / watch.Elapsed.TotalSeconds;
        Array.Sort(times);
        Console.WriteLine(FormattableString.Invariant($"{what,-46}{rate,9:N0}/s  p50 {times[asks / 2],7:0.0} ms  p99 {times[asks * 99 / 100],7:0.0} ms"));
    }

    private async Task<double> Support(Caller[] voters, Guid[] about, CancellationToken stop)
    {
        var door = hub!.Services.GetRequiredService<Door>();
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            for (int n; (n = Interlocked.Increment(ref next)) < voters.Length;)
                if ((await door.Send<SupportIdea, Done>(new SupportIdea(about[n % about.Length]), voters[n], stop)).Refusal is { } refusal)
                    throw new InvalidOperationException($"A support was refused: {refusal.Code}.");
        }));
        return voters.Length / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> Bare(NpgsqlDataSource database, int count, CancellationToken stop)
    {
        await using (var make = database.CreateCommand("create table bench_supports (idea uuid, person uuid, primary key (idea, person))")) await make.ExecuteNonQueryAsync(stop);
        var (idea, next) = (Ids.At(DateTimeOffset.UnixEpoch), -1);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            for (int n; (n = Interlocked.Increment(ref next)) < count;)
            {
                await using var insert = database.CreateCommand("insert into bench_supports values ($1, $2)");
                insert.Parameters.AddWithValue(idea);
                insert.Parameters.AddWithValue(Ids.At(DateTimeOffset.UnixEpoch.AddSeconds(n)));
                await insert.ExecuteNonQueryAsync(stop);
            }
        }));
        return count / watch.Elapsed.TotalSeconds;
    }
}
