using System.Diagnostics;
using Microsoft.AspNetCore.SignalR;

namespace Gera.Hub.Push;

/// <summary>One open connection. It is written to by one hand at a time; while that hand is held up, only the newest message of each kind waits.</summary>
public sealed class Listener(HubConnectionContext connection)
{
    private readonly Lock gate = new();
    private Dictionary<string, SerializedHubMessage>? waiting;
    private bool writing;
    private long since;

    public string Id => connection.ConnectionId;

    /// <summary>What the room that owns the connection remembers of it.</summary>
    public object? Place { get; set; }

    /// <summary>Topics this connection watches, so that leaving costs what it joined.</summary>
    internal HashSet<string> Topics { get; } = [];

    /// <summary>Hands a message over and returns at once, however slow the other end reads.</summary>
    /// <param name="slot">Messages of one slot replace each other while they wait.</param>
    public void Send(string slot, SerializedHubMessage message)
    {
        lock (gate)
        {
            if (writing)
            {
                (waiting ??= [])[slot] = message;
                return;
            }
            writing = true;
            since = Stopwatch.GetTimestamp();
        }
        var write = connection.WriteAsync(message, CancellationToken.None);
        if (!write.IsCompletedSuccessfully) _ = Finish(write);
        else if (HasNext(out var next)) _ = Finish(connection.WriteAsync(next, CancellationToken.None));
    }

    /// <summary>Drops the connection when it has not taken what was sent for that long.</summary>
    internal void DropIfStuck(TimeSpan longest)
    {
        bool stuck;
        lock (gate) stuck = writing && Stopwatch.GetElapsedTime(since) > longest;
        if (stuck) connection.Abort();
    }

    private async Task Finish(ValueTask write)
    {
        await write;
        while (HasNext(out var next)) await connection.WriteAsync(next, CancellationToken.None);
    }

    /// <summary>Takes the next waiting message, or ends the writing.</summary>
    private bool HasNext(out SerializedHubMessage next)
    {
        lock (gate)
        {
            if (waiting is { Count: > 0 })
            {
                var (slot, message) = waiting.First();
                waiting.Remove(slot);
                next = message;
                since = Stopwatch.GetTimestamp();
                return true;
            }
            writing = false;
            next = null!;
            return false;
        }
    }
}
