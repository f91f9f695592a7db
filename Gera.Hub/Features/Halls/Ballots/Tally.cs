namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>What one box adds to a poll. Of two about the same box the one with the higher version is right.</summary>
/// <param name="Cells">As laid out by <see cref="Ballots.Cells"/>; differences, so single boxes may be negative.</param>
public sealed record BoxTally(Guid Box, long Version, long[] Cells, int Voters)
{
    public string ToLetter(Guid poll) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{poll:N},{Box:N},{Version},{Voters},{string.Join(',', Cells)}");

    public static (Guid Poll, BoxTally Tally) FromLetter(string letter)
    {
        var parts = letter.Split(',');
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        return (Guid.Parse(parts[0]), new BoxTally(Guid.Parse(parts[1]), long.Parse(parts[2], culture),
            [.. parts[4..].Where(p => p.Length > 0).Select(p => long.Parse(p, culture))], int.Parse(parts[3], culture)));
    }
}

/// <summary>A poll's count at one moment.</summary>
public sealed record Count(long Version, long[] Cells, int Voters)
{
    public static Count Zero(PollRules rules) => new(0, new long[Ballots.Cells.Count(rules)], 0);
}

/// <summary>The count of one poll in this process: the sum of the newest of each box, so that lost, doubled or reordered news cannot make it wrong.</summary>
public sealed class Tally(Guid poll, PollRules rules)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, BoxTally> boxes = [];
    private Count sum = Ballots.Count.Zero(rules);

    public Guid Poll => poll;

    public PollRules Rules => rules;

    public Count Count
    {
        get { lock (gate) return sum; }
    }

    /// <summary>Takes news of a box; false when it was not news.</summary>
    public bool Merge(BoxTally news)
    {
        lock (gate)
        {
            if (boxes.TryGetValue(news.Box, out var known) && known.Version >= news.Version) return false;
            boxes[news.Box] = news;
            Sum();
            return true;
        }
    }

    /// <summary>The facts win: what they say of each box replaces what was believed, unless this process has heard something newer since.</summary>
    public void Believe(IReadOnlyCollection<BoxTally> facts)
    {
        lock (gate)
        {
            foreach (var fact in facts)
                if (!boxes.TryGetValue(fact.Box, out var known) || known.Version <= fact.Version) boxes[fact.Box] = fact;
            Sum();
        }
    }

    /// <summary>Forgets what was believed; only the facts count.</summary>
    public void Replace(IReadOnlyCollection<BoxTally> facts)
    {
        lock (gate) boxes.Clear();
        Believe(facts);
    }

    private void Sum()
    {
        var cells = new long[Ballots.Cells.Count(rules)];
        var (version, voters) = (0L, 0);
        foreach (var box in boxes.Values)
        {
            for (var i = 0; i < cells.Length && i < box.Cells.Length; i++) cells[i] += box.Cells[i];
            version += box.Version;
            voters += box.Voters;
        }
        sum = new Count(version, cells, voters);
    }
}
