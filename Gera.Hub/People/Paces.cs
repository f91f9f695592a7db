using System.Collections.Concurrent;

namespace Gera.Hub.People;

/// <summary>Counts wishes per person and per address in this process. A limit against floods, not a rule of the house: those are kept by unique keys.</summary>
public sealed class Paces(TimeProvider clock)
{
    /// <summary>From so many counters on the ones that are over are cleared away.</summary>
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<(Type Wish, string Who), Window> windows = new();

    /// <summary>Counts this wish; false when it is one too many. Nobody known and no address, e.g. the hub itself, has no limit.</summary>
    public bool Allows(Type wish, Pace pace, Person person, Caller caller)
    {
        var who = person.Id is { } account ? $"p{account}" : caller.Seat is { } seat ? $"s{seat.Id}" : null;
        var mine = who is null || Count((wish, who), pace.PerPerson, pace.Within);
        return mine && (caller.Address is null || Count((wish, $"a{caller.Address}"), pace.PerAddress, pace.Within));
    }

    private bool Count((Type, string) key, int most, TimeSpan within)
    {
        var now = clock.GetUtcNow();
        if (windows.Count > Most)
            foreach (var (old, window) in windows)
                if (window.Until < now) windows.TryRemove(old, out _);
        var counted = windows.AddOrUpdate(key, _ => new Window(now + within, 1), (_, before) => before.Until <= now ? new Window(now + within, 1) : before with { Times = before.Times + 1 });
        return counted.Times <= most;
    }

    private readonly record struct Window(DateTimeOffset Until, int Times);
}
