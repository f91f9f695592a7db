namespace Gera.Hub.Features.Market.Hours;

/// <summary>What repeats each week: seven days from Monday, each with its intervals in order.</summary>
public sealed record Week(IReadOnlyList<IReadOnlyList<Interval>> Days)
{
    public static readonly Week Closed = new([.. Enumerable.Repeat<IReadOnlyList<Interval>>([], 7)]);

    public IReadOnlyList<Interval> Of(DayOfWeek day) => Days[Index(day)];

    public static int Index(DayOfWeek day) => ((int)day + 6) % 7;

    public bool IsClosed => Days.All(d => d.Count == 0);

    public bool IsAlwaysOpen => Days.All(d => d is [{ From: 0, To: Interval.Day }]);

    /// <summary>Whether two intervals of the week overlap, also those that go on past midnight.</summary>
    public bool Overlaps()
    {
        var all = Days.SelectMany((d, n) => d.Select(i => i.Later(n))).OrderBy(i => i.From).ToArray();
        // Sunday night meets the Monday after it.
        return all.Length > 1 && all.Append(all[0].Later(7)).Zip(all.Skip(1).Append(all[0].Later(7))).Take(all.Length).Any(p => p.First.Meets(p.Second));
    }
}
