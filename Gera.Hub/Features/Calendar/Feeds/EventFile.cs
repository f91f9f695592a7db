using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using IcalCalendar = Ical.Net.Calendar;

namespace Gera.Hub.Features.Calendar.Feeds;

/// <summary>
/// Events as iCalendar (RFC 5545). Nothing in a file depends on when it is asked for: stamps are those of the last change, so that equal
/// questions get equal bytes. What was cancelled stays, marked so, or calendars that know it would keep it.
/// </summary>
public sealed class EventFile(PublicAddress address)
{
    private const string Zone = "Europe/Berlin";

    /// <summary>Written once: the zone's rules are the same in every file.</summary>
    private static readonly Lazy<string> ZoneText = new(() => Section(Serialize(Empty()), "VTIMEZONE"));

    public string Of(CityEvent about, EventWords words) => Of([(about, words)], words.Title!);

    public string Of(IEnumerable<(CityEvent Event, EventWords Words)> events, string name)
    {
        var calendar = Bare();
        calendar.AddProperty("X-WR-CALNAME", Line(name));
        calendar.AddProperty("REFRESH-INTERVAL", "PT1H");
        foreach (var (about, words) in events) Add(calendar, about, words);
        return Whole(calendar);
    }

    private void Add(IcalCalendar calendar, CityEvent about, EventWords words)
    {
        var main = Entry(about, words, about.Schedule.Start, about.Schedule.End);
        main.Status = about.State == EventState.Cancelled ? "CANCELLED" : "CONFIRMED";
        if (about.Schedule.Rule is { } rule)
        {
            main.RecurrenceRule = new RecurrenceRule(rule);
            if (about.Schedule.Until is { } until) main.RecurrenceRule.Until = about.Schedule.AllDay ? new CalDateTime(until) : new CalDateTime(Berlin.At(until.ToDateTime(new TimeOnly(23, 59, 59))).UtcDateTime, "UTC");
            foreach (var change in about.Changes.Where(c => c.Fate == DateFate.LeftOut).OrderBy(c => c.Original)) main.ExceptionDates.Add(Moment(change.Original, about.Schedule.AllDay));
        }
        calendar.Events.Add(main);
        foreach (var change in about.Changes.Where(c => c.Fate != DateFate.LeftOut).OrderBy(c => c.Original))
        {
            var date = Entry(about, words, change.Start ?? change.Original, change.End ?? change.Original + about.Schedule.Length);
            date.RecurrenceIdentifier = new RecurrenceIdentifier(Moment(change.Original, about.Schedule.AllDay));
            date.Status = about.State == EventState.Cancelled || change.Fate == DateFate.Cancelled ? "CANCELLED" : "CONFIRMED";
            calendar.Events.Add(date);
        }
    }

    private CalendarEvent Entry(CityEvent about, EventWords words, DateTime start, DateTime end)
    {
        var page = address.Of("/kalender/" + about.Slug);
        var changed = new CalDateTime(Whole(about.ChangedAt), "UTC");
        var entry = new CalendarEvent
        {
            Uid = $"{about.Id:N}@gera.hub",
            DtStamp = changed,
            LastModified = changed,
            Created = new CalDateTime(Whole(about.At), "UTC"),
            Sequence = about.Sequence,
            Start = Moment(start, about.Schedule.AllDay),
            End = Moment(end, about.Schedule.AllDay),
            Summary = Line(words.Title!),
            Description = Words($"{(about.Reason.Length > 0 ? about.Reason + "\n\n" : "")}{words.Text}\n\n{words.Organiser}\n{page}"),
            Location = Line(string.Join(", ", new[] { words.Place, words.Street, words.Place is null ? words.Online : null }.Where(p => p is not null))),
            Url = new Uri(page),
            Categories = [about.Theme.ToUpperInvariant()],
        };
        if (about.Facts is { Latitude: { } north, Longitude: { } east }) entry.GeographicLocation = new GeographicLocation(north, east);
        return entry;
    }

    private static CalDateTime Moment(DateTime at, bool allDay) => allDay ? new CalDateTime(DateOnly.FromDateTime(at)) : new CalDateTime(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), Zone, true);

    private static DateTime Whole(DateTimeOffset at) => new(at.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    private static IcalCalendar Bare() => new() { ProductId = "-//Stadt Gera//Gera.Hub//DE", Scale = "GREGORIAN" };

    private static IcalCalendar Empty()
    {
        var calendar = Bare();
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(Zone, new DateTime(2000, 1, 1), false));
        return calendar;
    }

    private static string Serialize(IcalCalendar calendar) => new CalendarSerializer().SerializeToString(calendar)!;

    /// <summary>With the zone's rules before its first event, as RFC 5545 wants them beside every TZID.</summary>
    private static string Whole(IcalCalendar calendar)
    {
        var text = Serialize(calendar);
        var first = text.IndexOf("BEGIN:VEVENT", StringComparison.Ordinal);
        return first < 0 ? text.Replace("END:VCALENDAR", ZoneText.Value + "END:VCALENDAR", StringComparison.Ordinal) : text.Insert(first, ZoneText.Value);
    }

    private static string Section(string text, string name)
    {
        var from = text.IndexOf("BEGIN:" + name, StringComparison.Ordinal);
        var end = "END:" + name + "\r\n";
        return text[from..(text.LastIndexOf(end, StringComparison.Ordinal) + end.Length)];
    }

    /// <summary>One line without signs that turn the direction of what follows.</summary>
    private static string Line(string text) => Words(text).Replace('\n', ' ');

    private static string Words(string text) => new([.. text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c) && c is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069'))]);
}
