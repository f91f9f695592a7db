using System.Globalization;
using Gera.Hub.Shell;

namespace Gera.Hub.Features.Calendar;

/// <summary>Times of events in words, in the reader's language, by Gera's clocks.</summary>
public static class EventTimes
{
    public static string Day(DateOnly day) => day.ToString(IsEnglish ? "dddd, d MMMM yyyy" : "dddd, d. MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>From when until when.</summary>
    public static string Of(DateTimeOffset from, DateTimeOffset until, bool allDay)
    {
        var (first, last) = (Berlin.Day(from), Berlin.Day(allDay ? until.AddHours(-12) : until));
        if (allDay) return first == last ? Day(first) : $"{Day(first)} – {Day(last)}";
        return first == last ? $"{Day(first)}, {Time(from)}–{Time(until)}{Clock}" : $"{Day(first)}, {Time(from)}{Clock} – {Day(last)}, {Time(until)}{Clock}";
    }

    public static string Time(DateTimeOffset at) => Berlin.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For programs, with the clock's offset: 2026-11-23T18:00:00+01:00.</summary>
    public static string Stamp(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Names a date of a series in addresses: 20261123T1800.</summary>
    public static string Key(DateTime original) => original.ToString("yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture);

    public static DateTime? ReadKey(string? key) => DateTime.TryParseExact(key, "yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    private static string Clock => IsEnglish ? "" : " Uhr";
}
