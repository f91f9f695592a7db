using System.Collections.Concurrent;
using Gera.Hub.Bench.Wire;
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
        builder.Services.AddSignalR(options => options.ClientTimeoutInterval = TimeSpan.FromMinutes(2));
        var app = builder.Build();
        app.MapGet("/health/ready", () => "ready");
        app.MapGet("/live/{code}", (string code, HttpResponse answer) =>
        {
            answer.Cookies.Append("seat", code + "-somebody");
            return Results.Text("<!doctype html><title>Abstimmen</title>", "text/html");
        });
        app.MapGet("/count/{poll}", (string poll, MemoryBox box) => box.Polls.TryGetValue(poll, out var known) ? known.Votes() : new long[4]);
        app.MapHub<MemoryBallots>("/hubs/live");
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
    public ConcurrentDictionary<string, MemoryPoll> Polls { get; } = new();
}

internal sealed class MemoryPoll(string code, string poll)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Key, int Version)> _marks = [];
    private readonly long[] _votes = new long[4];
    private int _told;

    public string Code => code;

    public MemoryAnswer Take(string seat, MemoryWish wish)
    {
        lock (_gate)
        {
            if (_marks.TryGetValue(seat, out var earlier))
                return new("counted", earlier.Version, wish.Key);
            _votes[wish.Choices[0] - 1]++;
            _marks.Add(seat, (wish.Key, _marks.Count + 1));
            return new("counted", _marks.Count, wish.Key);
        }
    }

    public long[] Votes()
    {
        lock (_gate)
            return [.. _votes];
    }

    /// <summary>Null when everybody was told already.</summary>
    public MemoryTally? News()
    {
        lock (_gate)
        {
            if (_told == _marks.Count)
                return null;
            _told = _marks.Count;
            return new(poll, _told, [.. _votes], _told);
        }
    }
}

internal sealed class MemoryBallots(MemoryBox box, TimeProvider clock) : Microsoft.AspNetCore.SignalR.Hub
{
    public async Task<object> Join(string code, string? seat)
    {
        seat ??= $"{Guid.CreateVersion7(clock.GetUtcNow()):n}{Guid.CreateVersion7(clock.GetUtcNow()):n}";
        Context.Items["seat"] = seat;
        Context.Items["code"] = code;
        await Groups.AddToGroupAsync(Context.ConnectionId, code);
        return new { seat, session = new { code }, poll = (object?)null };
    }

    public MemoryAnswer Vote(MemoryWish wish) =>
        box.Polls.GetOrAdd(wish.Poll, static (poll, code) => new MemoryPoll(code, poll), (string)Context.Items["code"]!)
            .Take((string)Context.Items["seat"]!, wish);
}

/// <summary>The newest count to everybody, four times a second.</summary>
internal sealed class MemoryBeat(MemoryBox box, IHubContext<MemoryBallots> hub) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (await beat.WaitForNextTickAsync(stoppingToken))
            foreach (var poll in box.Polls.Values)
                if (poll.News() is { } tally)
                    await hub.Clients.Group(poll.Code).SendAsync("tally", tally, stoppingToken);
    }
}
