using System.Collections.Concurrent;
using Gera.Hub.Bench.Wire;
using Gera.Hub.Push;
using Microsoft.AspNetCore.SignalR;

namespace Gera.Hub.Bench;

/// <summary>
/// The baseline "the same hub answering from memory": the methods, messages and broadcasts of the real
/// one, and nothing stored. What the real hub reaches of its rate is what storing costs.
/// </summary>
internal static class MemoryHub
{
    public static async Task<int> Run(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Loopback.HubUrl(port));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<MemoryBox>();
        builder.Services.AddHostedService<MemoryBeat>();
        builder.Services.AddSingleton<Topics>();
        builder.Services.AddSingleton(typeof(HubLifetimeManager<>), typeof(Audience<>));
        builder.Services.AddSignalR(options => options.ClientTimeoutInterval = TimeSpan.FromMinutes(2));
        var app = builder.Build();
        app.MapGet("/health/ready", () => "ready");
        app.MapGet("/live/{code}", (string code, HttpResponse answer) =>
        {
            answer.Cookies.Append("seat", code + "-somebody");
            return Results.Text("<!doctype html><title>Abstimmen</title>", "text/html");
        });
        app.MapGet("/count/{poll}", (string poll, MemoryBox box) => box.Polls.TryGetValue(poll, out var known) ? known.Votes() : new long[4]);
        app.MapHub<MemoryBallots>("/hubs/live", options => options.TransportMaxBufferSize = options.ApplicationMaxBufferSize = 32 * 1024);
        await app.StartAsync();
        while (await Console.In.ReadLineAsync() is not null)
        {
            // It ends with its standard input, so it does not outlive the bench that started it.
        }
        await app.StopAsync();
        return 0;
    }
}

internal sealed record MemoryWish(string Poll, int[] Choices, string Key);

internal sealed record MemoryAnswer(string Status, int Version, string Receipt);

internal sealed record MemoryTally(string Poll, int Version, long[] Votes, int Voters);

/// <summary>Every poll ever named, with a mark per seat, so that a repetition is no second vote here either.</summary>
internal sealed class MemoryBox
{
    private readonly SemaphoreSlim news = new(0, 1);

    public ConcurrentDictionary<string, MemoryPoll> Polls { get; } = new();

    public Task Moved(CancellationToken stop) => news.WaitAsync(stop);

    public void Stir()
    {
        if (news.CurrentCount > 0)
            return;
        try
        {
            news.Release();
        }
        catch (SemaphoreFullException)
        {
            // somebody else has just said so
        }
    }
}

internal sealed class MemoryPoll(string code, string poll)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Key, int Version)> marks = [];
    private readonly long[] votes = new long[4];
    private int told;

    public string Code => code;

    public MemoryAnswer Take(string seat, MemoryWish wish)
    {
        lock (gate)
        {
            if (marks.TryGetValue(seat, out var earlier))
                return new("counted", earlier.Version, wish.Key);
            votes[wish.Choices[0] - 1]++;
            marks.Add(seat, (wish.Key, marks.Count + 1));
            return new("counted", marks.Count, wish.Key);
        }
    }

    public long[] Votes()
    {
        lock (gate)
            return [.. votes];
    }

    /// <summary>Null when everybody was told already.</summary>
    public MemoryTally? News()
    {
        lock (gate)
        {
            if (told == marks.Count)
                return null;
            told = marks.Count;
            return new(poll, told, [.. votes], told);
        }
    }
}

internal sealed class MemoryBallots(MemoryBox box, Topics topics, TimeProvider clock) : TopicHub(topics, [])
{
    private readonly Topics topics = topics;

    public object Join(string code, string? seat)
    {
        seat ??= $"{Guid.CreateVersion7(clock.GetUtcNow()):n}{Guid.CreateVersion7(clock.GetUtcNow()):n}";
        Context.Items["seat"] = seat;
        Context.Items["code"] = code;
        topics.Join(code, Listener);
        return new { seat, session = new { code }, poll = (object?)null };
    }

    public MemoryAnswer Vote(MemoryWish wish)
    {
        var answer = box.Polls.GetOrAdd(wish.Poll, static (poll, code) => new MemoryPoll(code, poll), (string)Context.Items["code"]!)
            .Take((string)Context.Items["seat"]!, wish);
        box.Stir();
        return answer;
    }
}

/// <summary>The real hub's beat: the first count at once, then as far apart as the audience asks for.</summary>
internal sealed class MemoryBeat(MemoryBox box, Topics topics) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await box.Moved(stoppingToken);
            foreach (var poll in box.Polls.Values)
                if (poll.News() is { } tally)
                    topics.Send(poll.Code, "tally", tally);
            // 250 ms up to 10,000 listeners, 1 s at 30,000: the curve of votes.md.
            await Task.Delay(TimeSpan.FromMilliseconds(250 * Math.Pow(Math.Max(1, topics.Connections.Count / 10_000.0), 1.26)), stoppingToken);
        }
    }
}
