using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Testing;

/// <summary>A connection to <c>/hubs/live</c> as votes.md promises it: a plain WebSocket without negotiation.</summary>
public sealed class Voter : IAsyncDisposable
{
    private readonly HubConnection connection;

    private readonly BallotBox? box;

    private Voter(HubConnection connection, BallotBox? box)
    {
        (this.connection, this.box) = (connection, box);
        connection.On<JsonElement>("poll", Polls.Enqueue);
        connection.On<JsonElement>("tally", Tallies.Enqueue);
        connection.On<string>("changed", Changes.Enqueue);
        connection.Closed += _ =>
        {
            Ended.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public ConcurrentQueue<JsonElement> Polls { get; } = new();

    public ConcurrentQueue<JsonElement> Tallies { get; } = new();

    public ConcurrentQueue<string> Changes { get; } = new();

    /// <summary>Completes when the connection is gone.</summary>
    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string? Seat { get; private set; }

    public JsonElement Joined { get; private set; }

    public HubConnection Connection => connection;

    /// <summary>How often this voter was told to come back.</summary>
    public int Busy { get; private set; }

    public static Task<Voter> Connect(RunningHub hub, string? token = null, string? cookie = null, string? origin = null) =>
        Connect(hub.Address, hub.Services.GetRequiredService<BallotBox>(), token, cookie, origin);

    /// <summary>Connects to a hub in a process of its own.</summary>
    public static Task<Voter> Connect(Uri hub) => Connect(hub, null, null, null, null);

    private static async Task<Voter> Connect(Uri hub, BallotBox? box, string? token, string? cookie, string? origin)
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(hub, "/hubs/live"), options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
            if (token is not null) options.AccessTokenProvider = () => Task.FromResult<string?>(token);
            if (cookie is not null) options.Headers["Cookie"] = cookie;
            if (origin is not null) options.Headers["Origin"] = origin;
        }).Build();
        connection.ServerTimeout = TimeSpan.FromMinutes(2);
        var voter = new Voter(connection, box);
        await connection.StartAsync();
        return voter;
    }

    public static async Task<Voter> Join(RunningHub hub, string code, string? seat = null, string? token = null)
    {
        var voter = await Connect(hub, token);
        await voter.Join(code, seat);
        return voter;
    }

    public async Task<JsonElement> Join(string code, string? seat = null)
    {
        Joined = await connection.InvokeAsync<JsonElement>("Join", code, seat);
        Seat = Joined.GetProperty("seat").GetString();
        return Joined;
    }

    /// <summary>Votes as every client must: told that the hub is busy, it comes back with the same key, five times at most.</summary>
    /// <exception cref="InvalidOperationException">The hub said so at once, though nothing was waiting and its database was there.</exception>
    public async Task<Ballot> Vote(string poll, object? choices, string? key = null)
    {
        key ??= Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
        for (var attempt = 1; ; attempt++)
        {
            var (idle, began) = (IsIdle, Stopwatch.GetTimestamp());
            var ballot = Ballot.Of(await connection.InvokeAsync<JsonElement>("Vote", new { poll, choices, key }));
            if (ballot.Status != "busy") return ballot;
            Busy++;
            if (idle && IsIdle && Stopwatch.GetElapsedTime(began) < Slow) throw new InvalidOperationException("A hub with nothing to do said that it was busy.");
            if (attempt == 5) return ballot;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    public Task<JsonElement> Invoke(string method, params object?[] arguments) => connection.InvokeCoreAsync<JsonElement>(method, arguments);

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    /// <summary>A group that the database keeps waiting for so long is given up, and rightly answered with "busy".</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private bool IsIdle => box is { IsAway: false, Waiting: < 100 };
}

/// <summary>What <c>Vote</c> answered.</summary>
public sealed record Ballot(string Status, string? Code, long Version, string? Receipt, int? RetryAfter)
{
    public static Ballot Of(JsonElement answer) => new(answer.GetProperty("status").GetString()!, Text(answer, "code"), answer.GetProperty("version").GetInt64(),
        Text(answer, "receipt"), answer.TryGetProperty("retryAfter", out var seconds) ? seconds.GetInt32() : null);

    private static string? Text(JsonElement answer, string field) => answer.TryGetProperty(field, out var value) ? value.GetString() : null;
}
