using Gera.Hub.Bench.Wire;

namespace Gera.Hub.Bench.Crowds;

/// <summary>What all screens of a crowd saw, remembered per step from one version to the next and not per screen.</summary>
internal sealed class Sightings
{
    private readonly Dictionary<int, Count> byVersion = [];

    /// <summary>When the last screen went from one version (exclusive) to another.</summary>
    public Dictionary<(int Above, int UpTo), long> Reached { get; } = [];
    public int Newest { get; private set; } = -1;
    public int WentBack { get; set; }
    /// <summary>One version, two counts: then the version does not say which count it is.</summary>
    public int Contradictions { get; private set; }
    public long[]? FinalVotes => byVersion.Count == 0 ? null : byVersion[byVersion.Keys.Max()].Votes;

    /// <summary>An answer names a version too.</summary>
    public void Hear(int version) => Newest = Math.Max(Newest, version);

    public void See(Count count, int before, long now)
    {
        Reached[(before, count.Version)] = now;
        Hear(count.Version);
        if (!byVersion.TryAdd(count.Version, count) && byVersion[count.Version].Votes is { } known
            && count.Votes is { } votes && !votes.AsSpan().SequenceEqual(known))
            Contradictions++;
    }
}
