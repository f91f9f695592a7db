using System.Globalization;
using Gera.Hub.Features.Calendar.Board;
using Gera.Hub.People;
using Gera.Hub.Shell;

namespace Gera.Hub.Features.Calendar.Pages;

/// <summary>The form of an event as it was typed.</summary>
public sealed class EventTyped
{
    public static readonly IReadOnlyList<string> Repeats = ["nie", "taeglich", "woechentlich", "zweiwoechentlich", "monatstag", "monatswochentag"];

    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public Guid Id { get; set; }
    public int Edition { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }
    public string? Organiser { get; set; }
    public string? House { get; set; }
    public string? Theme { get; set; }
    public string? District { get; set; }
    public string? Group { get; set; }
    public string? Day { get; set; }
    public string? Time { get; set; }
    public string? EndDay { get; set; }
    public string? EndTime { get; set; }
    public bool AllDay { get; set; }
    public string? Repeat { get; set; }
    public string? Until { get; set; }
    public int? Count { get; set; }
    public string? LeftOut { get; set; }
    public string? Place { get; set; }
    public string? Street { get; set; }
    public string? Entrance { get; set; }
    public int[]? Access { get; set; }
    public string? Online { get; set; }
    public bool IsFree { get; set; }
    public string? Price { get; set; }
    public string? Links { get; set; }
    public string? Licence { get; set; }
    public string? Latitude { get; set; }
    public string? Longitude { get; set; }
    public string? Reason { get; set; }
    public string? Deed { get; set; }
    public IFormFile? File { get; set; }
    public string? FileWords { get; set; }
    public string? FileCredit { get; set; }
    public bool FileRights { get; set; }
    public bool NoPicture { get; set; }

    public EventWords Words => new(Title, Text, Organiser, Place, Street, Entrance, Online, Price, Links, Licence);

    public EventFacts Facts => new(Theme ?? "", Or(District), Or(Group), Guid.TryParse(House, out var house) ? house : null, (AccessFacts)(Access ?? []).Where(a => a is > 0 and < 64).Aggregate(0, (all, one) => all | one), IsFree, Degrees(Latitude), Degrees(Longitude));

    /// <summary>Null where day or time cannot be read.</summary>
    public Schedule? Schedule
    {
        get
        {
            if (ReadDay(Day) is not { } day || (ReadDay(EndDay) ?? (string.IsNullOrWhiteSpace(EndDay) ? day : null)) is not { } endDay) return null;
            DateTime start, end;
            if (AllDay) (start, end) = (day.ToDateTime(TimeOnly.MinValue), endDay.AddDays(1).ToDateTime(TimeOnly.MinValue));
            else
            {
                if (ReadTime(Time) is not { } from || ReadTime(EndTime) is not { } to) return null;
                (start, end) = (day.ToDateTime(from), endDay.ToDateTime(to));
                // An end before its beginning on the same day is one after midnight.
                if (end <= start && string.IsNullOrWhiteSpace(EndDay)) end = end.AddDays(1);
            }
            var rule = Rule(day);
            return new Schedule(start, end, AllDay, rule, rule is not null && Count is null ? ReadDay(Until) : null);
        }
    }

    /// <summary>Days on which a series does not take place, one a line; what is no day is left to the check.</summary>
    public IReadOnlyList<DateTime> Exceptions => Schedule is not { } schedule ? [] :
        [.. (LeftOut ?? "").Split(['\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(100).Select(ReadDay).OfType<DateOnly>().Select(d => d.ToDateTime(TimeOnly.FromDateTime(schedule.Start)))];

    public Dictionary<string, Refusal> Faults()
    {
        var faults = Words.Faults().Concat(Facts.Faults()).GroupBy(f => f.Field).ToDictionary(g => g.Key, g => g.First().Refusal);
        if (Schedule is not { } schedule) faults["beginn"] = CalendarRefusals.TimesMissing;
        else if (schedule.Fault() is { } bad) faults["beginn"] = bad;
        return faults;
    }

    public static EventTyped Of(EventView view)
    {
        var (about, words) = (view.Event, view.Words);
        return new EventTyped
        {
            Id = about.Id,
            Edition = about.Edition,
            Title = words.Title,
            Text = words.Text,
            Organiser = words.Organiser,
            House = about.Facts.Organiser?.ToString(),
            Theme = about.Theme,
            District = about.District,
            Group = about.Facts.Group,
            Place = words.Place,
            Street = words.Street,
            Entrance = words.Entrance,
            Access = [.. Enum.GetValues<AccessFacts>().Where(a => a != AccessFacts.None && about.Facts.Access.HasFlag(a)).Select(a => (int)a)],
            Online = words.Online,
            IsFree = about.Facts.IsFree,
            Price = words.Price,
            Links = words.Links,
            Licence = words.Licence,
            Latitude = about.Facts.Latitude?.ToString(CultureInfo.InvariantCulture),
            Longitude = about.Facts.Longitude?.ToString(CultureInfo.InvariantCulture),
        }.With(about.Schedule);
    }

    public EventTyped With(Schedule schedule)
    {
        (Day, Time, EndDay, EndTime, AllDay) = (Of(schedule.Start, "yyyy-MM-dd"), Of(schedule.Start, "HH:mm"), Of(schedule.AllDay ? schedule.End.AddDays(-1) : schedule.End, "yyyy-MM-dd"), Of(schedule.End, "HH:mm"), schedule.AllDay);
        Until = schedule.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Repeat = Repeats.FirstOrDefault(r => { Repeat = r; return Rule(DateOnly.FromDateTime(schedule.Start)) == (schedule.Rule?.Split(";COUNT=")[0]); }) ?? "nie";
        Count = schedule.Rule?.Split(";COUNT=") is [_, var count] && int.TryParse(count, CultureInfo.InvariantCulture, out var n) ? n : null;
        return this;
    }

    private string? Rule(DateOnly day)
    {
        var weekday = Days[(int)day.DayOfWeek];
        var nth = day.Day > 28 ? "-1" : ((day.Day + 6) / 7).ToString(CultureInfo.InvariantCulture);
        var rule = Repeat switch
        {
            "taeglich" => "FREQ=DAILY",
            "woechentlich" => $"FREQ=WEEKLY;BYDAY={weekday}",
            "zweiwoechentlich" => $"FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday}",
            "monatstag" => FormattableString.Invariant($"FREQ=MONTHLY;BYMONTHDAY={day.Day}"),
            "monatswochentag" => $"FREQ=MONTHLY;BYDAY={nth}{weekday}",
            _ => null,
        };
        return rule is not null && Count is { } count ? FormattableString.Invariant($"{rule};COUNT={count}") : rule;
    }

    private static string Of(DateTime at, string shape) => at.ToString(shape, CultureInfo.InvariantCulture);

    private static DateOnly? ReadDay(string? text) => DateOnly.TryParseExact(text?.Trim(), ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static TimeOnly? ReadTime(string? text) => TimeOnly.TryParseExact(text?.Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static double? Degrees(string? text) => string.IsNullOrWhiteSpace(text) ? null : double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
