using Gera.Hub.Shell;
using Marten;

namespace Gera.Hub.Features.Calendar;

/// <summary>One time an event takes place.</summary>
/// <param name="Original">Names it within its event: when the rule would have it begin, by Gera's clocks.</param>
/// <param name="MovedFrom">When it was to begin before it was moved.</param>
public sealed record Occurrence(DateTime Original, DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset? MovedFrom, bool IsCancelled)
{
    /// <summary>So far ahead lists show a series that has no end; a clock moves it on each night.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(2 * 366);

    /// <summary>Every time it takes place up to a moment by Gera's clocks.</summary>
    public static IReadOnlyList<Occurrence> Of(CityEvent about, DateTime until)
    {
        var changes = about.Changes.ToDictionary(c => c.Original);
        var found = new List<Occurrence>();
        foreach (var start in about.Schedule.Starts(until))
        {
            var change = changes.GetValueOrDefault(start);
            if (change?.Fate == DateFate.LeftOut) continue;
            var (begins, ends) = change is { Fate: DateFate.Moved, Start: { } s, End: { } e } ? (s, e) : (start, start + about.Schedule.Length);
            var before = begins != start ? start : about.Schedule.IsSeries ? null : about.Previous;
            found.Add(new Occurrence(start, Berlin.At(begins), Berlin.At(ends), before is { } b ? Berlin.At(b) : null, about.State == EventState.Cancelled || change?.Fate == DateFate.Cancelled));
        }
        return found;
    }

    /// <summary>Writes the rows lists are read from, in the transaction of the deed that changed them.</summary>
    public static void Fill(IDocumentSession session, CityEvent about, DateTimeOffset now)
    {
        var until = Berlin.Local(now + Horizon);
        var all = Of(about, until);
        session.QueueSqlCommand("delete from calendar.occurrences where event = ?", about.Id);
        if (all.Count > 0)
            session.QueueSqlCommand(
                """
                insert into calendar.occurrences (event, original, starts_at, ends_at, moved_from, cancelled, all_day, theme, district)
                select ?, o.original, o.starts_at, o.ends_at, o.moved_from, o.cancelled, ?, ?, ?::text
                from unnest(?::timestamp[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::boolean[]) as o (original, starts_at, ends_at, moved_from, cancelled)
                """,
                about.Id, about.Schedule.AllDay, about.Theme, about.District!, all.Select(o => DateTime.SpecifyKind(o.Original, DateTimeKind.Unspecified)).ToArray(),
                all.Select(o => o.StartsAt.ToUniversalTime()).ToArray(), all.Select(o => o.EndsAt.ToUniversalTime()).ToArray(), all.Select(o => o.MovedFrom?.ToUniversalTime()).ToArray(), all.Select(o => o.IsCancelled).ToArray());
        session.QueueSqlCommand("insert into calendar.horizons (event, until) values (?, ?) on conflict (event) do update set until = excluded.until",
            about.Id, about.Schedule.IsSeries && (about.Schedule.Until is not { } last || last > DateOnly.FromDateTime(until)) ? DateOnly.FromDateTime(until) : DateOnly.MaxValue);
    }
}
