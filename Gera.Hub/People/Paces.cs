using System.Collections.Concurrent;

namespace Gera.Hub.People;

/// <summary>Counts wishes per person and per address in this process. A limit against floods, not a rule of the house: those are kept by unique keys.</summary>
/// <param name="persons">What the limits per account or seat are multiplied by.</param>
/// <param name="addresses">What the limits per network address are multiplied by.</param>
public sealed class Paces(TimeProvider clock, int persons = 1, int addresses = 1)
{
    /// <summary>From so many counters on the ones that are over are cleared away, once a minute at most.</summary>
    private const int Most = 100_000;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Type Wish, string Who), Window> windows = new();
    private long clearedAt;

    /// <summary>Counts this wish; false when it is one too many. Nobody known and no address, e.g. the hub itself, has no limit.</summary>
    public bool Allows(Type wish, Pace pace, Person person, Caller caller)
    {
        var who = person.Id is { } account ? $"p{account}" : caller.Seat is { } seat ? $"s{seat.Id}" : null;
        var mine = who is null || Count((wish, who), (long)pace.PerPerson * persons, pace.Within);
        return mine && (caller.Address is null || Count((wish, $"a{caller.Address}"), (long)pace.PerAddress * addresses, pace.Within));
    }

    private bool Count((Type, string) key, long most, TimeSpan within)
    {
        var now = clock.GetUtcNow();
        if (windows.Count > Most) Clear(now);
        var counted = windows.AddOrUpdate(key, _ => new Window(now + within, 1), (_, before) => before.Until <= now ? new Window(now + within, 1) : before with { Times = before.Times + 1 });
        return counted.Times <= most;
    }

    /// <summary>One of those who come does it, and not at every wish: a flood must not make each wish cost as much as all.</summary>
    private void Clear(DateTimeOffset now)
    {
        var last = Interlocked.Read(ref clearedAt);
        if (now.UtcTicks - last < Rest.Ticks || Interlocked.CompareExchange(ref clearedAt, now.UtcTicks, last) != last) return;
        foreach (var (old, window) in windows)
            if (window.Until < now) windows.TryRemove(old, out _);
    }

    private readonly record struct Window(DateTimeOffset Until, int Times);
}
