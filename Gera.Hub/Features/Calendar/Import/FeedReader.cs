using System.Security.Cryptography;
using System.Text;
using Gera.Hub.Shell;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using IcalCalendar = Ical.Net.Calendar;

namespace Gera.Hub.Features.Calendar.Import;

/// <summary>An event as a feed tells it.</summary>
/// <param name="Id">Made of the feed and the event's UID: the same event is the same each time.</param>
public sealed record FedEvent(Guid Id, EventWords Words, EventFacts Facts, Schedule Schedule, IReadOnlyList<DateChange> Changes, bool IsCancelled);

/// <summary>Reads iCalendar of others: what it cannot mean is left out, and nothing in it is believed to be more than words.</summary>
public sealed class FeedReader
{
    private const int Most = 500, TitleMost = 120, TextMost = 10_000;

    /// <summary>Null for what is no calendar.</summary>
    public static IReadOnlyList<FedEvent>? Read(FeedSource feed, string text, DateTimeOffset now)
    {
        IcalCalendar? calendar;
        try
        {
            calendar = IcalCalendar.Load(text.TrimStart('\uFEFF'));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The library says what it does not understand in many ways.
            return null;
        }
        if (calendar is null) return null;
        var found = new Dictionary<Guid, FedEvent>();
        foreach (var group in calendar.Events.Where(e => e.Uid is { Length: > 0 and <= 500 } && e.Start is not null).GroupBy(e => e.Uid!))
        {
            if (found.Count >= Most) break;
            if (group.FirstOrDefault(e => e.RecurrenceIdentifier is null) is { } main && Try(() => One(feed, main, group.Where(e => e.RecurrenceIdentifier is not null))) is { } one && IsAhead(one, now)) found[one.Id] = one;
        }
        return [.. found.Values];
    }

    internal static Guid IdOf(FeedSource feed, string uid) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{feed.Id:N}\n{uid}")).AsSpan(0, 16));

    /// <summary>What one event has that cannot be understood costs that event and no other.</summary>
    private static FedEvent? Try(Func<FedEvent?> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static FedEvent? One(FeedSource feed, CalendarEvent main, IEnumerable<CalendarEvent> dates)
    {
        if (Times(main) is not { } times) return null;
        var (rule, until) = Rule(main);
        var schedule = new Schedule(times.Start, times.End, !main.Start!.HasTime, rule, until);
        if (schedule.Fault() is not null) return null;
        var words = new EventWords(Cut(main.Summary, TitleMost) ?? feed.Name, Cut(main.Description, TextMost) ?? Cut(main.Summary, TitleMost) ?? feed.Name, feed.Name, Cut(main.Location, TitleMost) ?? "Gera", null, null, null, null, null, null).Clean();
        var facts = new EventFacts(feed.Theme, null, null, null, AccessFacts.None, false, null, null);
        if (words.Faults().Any() || facts.Faults().Any()) return null;
        return new FedEvent(IdOf(feed, main.Uid!), words, facts, schedule, schedule.IsSeries ? Changes(schedule, main, dates) : [], string.Equals(main.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase));
    }

    private static List<DateChange> Changes(Schedule schedule, CalendarEvent main, IEnumerable<CalendarEvent> dates)
    {
        var changes = main.ExceptionDates.GetAllDates().Take(Most).Select(d => new DateChange(There(d), DateFate.LeftOut)).ToList();
        foreach (var date in dates.Take(Most))
        {
            var original = There(date.RecurrenceIdentifier!.StartTime);
            if (string.Equals(date.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase)) changes.Add(new DateChange(original, DateFate.Cancelled));
            else if (Times(date) is { } times && times.Start != original) changes.Add(new DateChange(original, DateFate.Moved, times.Start, times.End));
        }
        return [.. changes.Where(c => schedule.Has(c.Original)).GroupBy(c => c.Original).Select(g => g.Last())];
    }

    /// <summary>The rule without its end, and its end as a day.</summary>
    private static (string? Rule, DateOnly? Until) Rule(CalendarEvent main)
    {
        if (main.RecurrenceRule is not { } rule) return (null, null);
        var parts = (rule.ToString() ?? "").Split(';').Where(p => !p.StartsWith("UNTIL=", StringComparison.Ordinal));
        return (string.Join(';', parts), rule.Until is { } until ? DateOnly.FromDateTime(There(until)) : null);
    }

    private static (DateTime Start, DateTime End)? Times(CalendarEvent entry)
    {
        if (entry.Start is not { } from) return null;
        var start = There(from);
        var end = entry.End is { } to ? There(to) : entry.Duration is { } length ? start + length.ToTimeSpanUnspecified() : from.HasTime ? start.AddHours(1) : start.AddDays(1);
        return (start, end > start ? end : from.HasTime ? start.AddHours(1) : start.AddDays(1));
    }

    /// <summary>As the clocks in Gera show it; without a zone it is meant so.</summary>
    private static DateTime There(CalDateTime at) => DateTime.SpecifyKind(!at.HasTime || at.TzId is null ? at.Value : Berlin.Local(new DateTimeOffset(at.AsUtc, TimeSpan.Zero)), DateTimeKind.Unspecified);

    private static bool IsAhead(FedEvent one, DateTimeOffset now)
    {
        var today = Berlin.Local(now).Date;
        return one.Schedule.IsSeries ? one.Schedule.Until is not { } until || until >= DateOnly.FromDateTime(today) : one.Schedule.End > today.AddDays(-1);
    }

    private static string? Cut(string? text, int most)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var kept = new string([.. text.ReplaceLineEndings("\n").Where(c => !char.IsControl(c) || c is '\n' or '\t').Where(c => !char.IsSurrogate(c) && c < '\uFFFE')]).Trim();
        return kept.Length == 0 ? null : kept.Length <= most ? kept : kept[..(most - 1)].TrimEnd() + "…";
    }
}
