using System.Diagnostics;
using System.Text.Json;
using Gera.Hub.Bench.Crowds;
using Gera.Hub.Bench.Running;
using Gera.Hub.Bench.Wire;
using Gera.Hub.Features.Halls;
using Gera.Hub.Features.Halls.Ballots;
using Gera.Hub.Features.Halls.Polls;
using Gera.Hub.Features.Halls.Sessions;
using Gera.Hub.People;
using Gera.Hub.Push;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Marten;
using HubAnswer = Gera.Hub.Features.Halls.Ballots.VoteAnswer;
using HubFacts = Gera.Hub.Features.Halls.Ballots.Facts;

namespace Gera.Hub.Bench;

/// <summary>The verb <c>box</c>: votes into the ballot box without the network, beside Marten appending the same events, and the time to count them from the facts.</summary>
internal sealed class BoxRun(Arguments arguments) : IAsyncDisposable
{
    private const int Options = 4, EventsPerSession = 200, AtOnce = 4_000;
    private static readonly string[] Names = ["Solarbank", "Spielplatz", "Trinkbrunnen", "Radweg"];
    private readonly int ballots = arguments.Whole("voters", 100_000), port = arguments.Whole("port", 23000), repeat = Math.Max(1, arguments.Whole("repeat", 3));
    private readonly string folder = Directory.CreateTempSubdirectory("gera-bench-box-").FullName;
    private BenchPostgres? postgres;
    private WebApplication? hub;

    public async Task<int> Run(CancellationToken stop)
    {
        postgres = await BenchPostgres.Start();
        var polls = await OpenPolls(repeat + 1, stop);
        hub = await Start(stop);
        var box = hub.Services.GetRequiredService<BallotBox>();
        var halls = hub.Services.GetRequiredService<LiveHalls>();
        var store = hub.Services.GetRequiredService<IDocumentStore>();
        List<double> votes = [], alone = [], two = [];
        var few = Math.Min(ballots, 20_000);
        await Cast(box, await Rules(halls, polls[0]), polls[0], few, 0);
        for (var round = 0; round < repeat; round++)
        {
            var poll = polls[round + 1];
            var rules = await Rules(halls, poll);
            votes.Add(await Cast(box, rules, poll, few, 0));
            alone.Add(await Append(store, few, 1));
            two.Add(await Append(store, few, 2));
        }
        var last = polls[^1];
        var lastRules = await Rules(halls, last);
        var filling = ballots > few ? await Cast(box, lastRules, last, ballots - few, few) : double.NaN;
        var facts = hub.Services.GetRequiredService<HubFacts>();
        var (fromBoxes, boxSeconds) = await Timed(async () => Sum(await facts.Boxes(last, lastRules, stop)));
        var (fromMarks, markSeconds) = await Timed(async () => (await facts.Marks(last, lastRules, stop)).Cells);
        return await Tell(votes, alone, two, filling, fromBoxes, boxSeconds, fromMarks, markSeconds);
    }

    public async ValueTask DisposeAsync()
    {
        if (hub is not null)
            await hub.DisposeAsync();
        if (postgres is not null)
            await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Polls of one session, made through the API of a hub in a process of its own, which then ends.</summary>
    private async Task<Guid[]> OpenPolls(int count, CancellationToken stop)
    {
        await using var other = await HubProcess.Start(port, postgres!.Connection, stop);
        var (mail, password) = await other.Leader;
        using var leader = new HubApi(port);
        await leader.LogIn(mail, password);
        var polls = new Guid[count];
        for (var i = 0; i < count; i++)
        {
            // A session has one open poll at a time.
            var poll = await leader.MakePoll(await leader.MakeSession("Vollversammlung"), "Was soll zuerst gebaut werden?", Names, secret: false);
            await leader.Open(poll);
            polls[i] = Guid.Parse(poll);
        }
        return polls;
    }

    /// <summary>The real program's rooms in this process.</summary>
    private async Task<WebApplication> Start(CancellationToken stop)
    {
        var builder = WebApplication.CreateBuilder([$"--ConnectionStrings:Hub={postgres!.Connection}", "--Hub:Demo=false", $"--Hub:DataDirectory={folder}", $"--urls={Loopback.HubUrl(port)}"]);
        builder.Logging.ClearProviders();
        await builder.AddStorage(Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        builder.AddPeople();
        builder.AddPush();
        builder.AddShell();
        builder.AddHalls();
        var app = builder.Build();
        app.MapPush();
        app.MapHalls();
        await app.StartAsync(stop);
        await Task.Delay(TimeSpan.FromSeconds(2), stop); // the opening's seeds
        return app;
    }

    private async Task<double> Cast(BallotBox box, PollRules rules, Guid poll, int count, int first)
    {
        var oracle = new Oracle(1, ballots, Options);
        var choices = Enumerable.Range(1, Options).Select(o => Choice.Read(JsonSerializer.SerializeToElement(new[] { o }), rules).Value).ToArray();
        var next = first - 1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            for (int voter; (voter = Interlocked.Increment(ref next)) < first + count;)
            {
                var vote = new Casting(poll, rules, DatabaseBaselines.VoterId(oracle, voter), "k", choices[oracle.ChoiceOf(voter) - 1], null) { Since = Stopwatch.GetTimestamp() };
                if (await box.Cast(vote) is { Status: not HubAnswer.Counted } answer)
                    throw new InvalidOperationException($"Voter {voter} was answered {answer.Status}.");
            }
        }));
        return count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Marten alone: the same events, 200 per session and commit, from one or more writers with a stream each.</summary>
    private static async Task<double> Append(IDocumentStore store, int count, int writers)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(async _ =>
        {
            var stream = Ids.At(DateTimeOffset.UnixEpoch.AddSeconds(Random.Shared.Next()));
            for (var done = 0; done < count / writers; done += EventsPerSession)
            {
                await using var session = store.LightweightSession();
                session.Events.Append(stream, Enumerable.Range(0, EventsPerSession).Select(i => (object)new BallotCast($"receipt-{done + i:0000000000}", [1], null, null, new string('0', 64))));
                await session.SaveChangesAsync();
            }
        }));
        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<PollRules> Rules(LiveHalls halls, Guid poll) => (await halls.ByPoll(poll))!.Find(poll)!.Rules;

    private static long[] Sum(IReadOnlyList<BoxTally> boxes) =>
        [.. Enumerable.Range(0, Options).Select(o => boxes.Sum(b => b.Cells[o]))];

    private static async Task<(long[] Votes, double Seconds)> Timed(Func<Task<long[]>> count)
    {
        var watch = Stopwatch.StartNew();
        return (await count(), watch.Elapsed.TotalSeconds);
    }

    private async Task<int> Tell(List<double> votes, List<double> alone, List<double> two, double filling, long[] fromBoxes, double boxSeconds, long[] fromMarks, double markSeconds)
    {
        var oracle = new Oracle(1, ballots, Options);
        var wanted = new long[Options];
        for (var voter = 0; voter < ballots; voter++)
            wanted[oracle.ChoiceOf(voter) - 1]++;
        Report.Head($"the ballot box in this process, medians of {repeat}; then {ballots:N0} ballots of one poll counted");
        var (rate, marten) = (Report.Median([.. votes]), Math.Max(Report.Median([.. alone]), Report.Median([.. two])));
        Report.Line("votes per second, committed", rate);
        Report.Line($"Marten, {EventsPerSession} events a session, one writer", Report.Median([.. alone]));
        Report.Line($"Marten, {EventsPerSession} events a session, two writers", Report.Median([.. two]));
        Console.WriteLine($"{"ratio to the faster one",-46}{rate / marten,14:0.00}");
        Report.Line("votes per second while filling", filling);
        Console.WriteLine($"{"counted from the events, seconds",-46}{boxSeconds,14:0.00}");
        Console.WriteLine($"{"counted from the marks, seconds",-46}{markSeconds,14:0.00}");
        var equal = wanted.SequenceEqual(fromBoxes) && wanted.SequenceEqual(fromMarks);
        Console.WriteLine($"{"count by oracle",-46}{string.Join("  ", wanted)}\n{"count by events",-46}{string.Join("  ", fromBoxes)}\n{"count by marks",-46}{string.Join("  ", fromMarks)}\n{"counts equal",-46}{(equal ? "yes" : "NO"),14}");
        await Report.Write(arguments.Text("json"), new { ballots, repeat, votes, alone, two, filling, boxSeconds, markSeconds, wanted, fromBoxes, fromMarks });
        return equal ? 0 : 1;
    }
}
