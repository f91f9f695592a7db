using System.Collections.Concurrent;
using Gera.Hub.Push;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>The counts of polls that somebody in this process looks at or votes in.</summary>
public sealed class TallyBoard(Facts facts, TimeProvider clock)
{
    /// <summary>Letters that carry one box's tally, and letters that only say "count the marks again" (secret polls).</summary>
    public const string BoxLetter = "box", RecountLetter = "recount";

    private readonly ConcurrentDictionary<Guid, Lazy<Task<Tally>>> tallies = new();
    private readonly ConcurrentDictionary<Guid, bool> dirty = new();
    private readonly SemaphoreSlim news = new(0, 1);
    private long stirred;

    /// <summary>The count of a poll in this process; read from the facts when it is asked for the first time.</summary>
    public async Task<Tally> Of(Guid poll, PollRules rules)
    {
        var entry = tallies.GetOrAdd(poll, id => new Lazy<Task<Tally>>(async () =>
        {
            var tally = new Tally(id, rules);
            tally.Believe(await facts.Boxes(id, rules, CancellationToken.None));
            return tally;
        }));
        try
        {
            return await entry.Value;
        }
        catch
        {
            tallies.TryRemove(new(poll, entry));
            throw;
        }
    }

    /// <summary>Version a voter may be told: none while a secret poll has fewer than five.</summary>
    public long PublicVersion(Guid poll, PollRules rules) =>
        Known(poll)?.Count is { } count && !(rules.Secret && count.Voters < Poll.Crowd) ? count.Version : 0;

    /// <summary>News of a box, from this process's own commit.</summary>
    internal void Heard(Guid poll, PollRules rules, BoxTally box)
    {
        if (Known(poll) is { } tally) tally.Merge(box);
        else _ = MergeWhenRead(Of(poll, rules), box);
        Stir(poll);
    }

    /// <summary>News of a box, from any process.</summary>
    internal void Heard(string letter)
    {
        var (poll, box) = BoxTally.FromLetter(letter);
        if (Known(poll) is { } tally)
        {
            if (tally.Merge(box)) Stir(poll);
        }
        else if (tallies.TryGetValue(poll, out var entry)) _ = MergeWhenRead(entry.Value, box);
    }

    /// <summary>News that comes while the facts are still being read may be newer than they are.</summary>
    private async Task MergeWhenRead(Task<Tally> reading, BoxTally box)
    {
        var tally = await reading;
        if (tally.Merge(box)) Stir(tally.Poll);
    }

    /// <summary>The number of voters of a secret poll changed; the facts are asked before the next beat.</summary>
    internal void Recount(string letter) => Stir(Guid.Parse(letter));

    /// <summary>News may have been missed: what is believed is compared with the facts, which win.</summary>
    internal async Task AskAgain(CancellationToken stop)
    {
        foreach (var tally in Known().ToArray())
        {
            tally.Believe(await facts.Boxes(tally.Poll, tally.Rules, stop));
            Stir(tally.Poll);
        }
    }

    internal void Forget(Guid poll) => tallies.TryRemove(poll, out _);

    internal IEnumerable<Tally> Known() => tallies.Values.Where(t => t.IsValueCreated && t.Value.IsCompletedSuccessfully).Select(Finished);

    /// <summary>When a count moved last, as a timestamp of the clock; null while none has moved since <see cref="Moved"/>.</summary>
    internal long? RestsSince => dirty.IsEmpty ? null : Volatile.Read(ref stirred);

    internal void Stir(Guid poll)
    {
        Volatile.Write(ref stirred, clock.GetTimestamp());
        dirty[poll] = true;
        if (news.CurrentCount == 0)
            try { news.Release(); }
            catch (SemaphoreFullException) { /* somebody else has just said so */ }
    }

    /// <summary>Waits for polls whose count moved since the last call.</summary>
    internal async Task<IReadOnlyList<Guid>> Moved(CancellationToken stop)
    {
        await news.WaitAsync(stop);
        var moved = dirty.Keys.ToArray();
        foreach (var poll in moved) dirty.TryRemove(poll, out _);
        return moved;
    }

    private Tally? Known(Guid poll) => tallies.TryGetValue(poll, out var entry) && entry.IsValueCreated && entry.Value.IsCompletedSuccessfully ? Finished(entry) : null;

#pragma warning disable RS0030 // The task is known to be finished.
    private static Tally Finished(Lazy<Task<Tally>> entry) => entry.Value.Result;
#pragma warning restore RS0030
}
