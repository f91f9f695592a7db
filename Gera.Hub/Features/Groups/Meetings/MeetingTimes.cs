using System.Globalization;
using Gera.Hub.Shell;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>Times of meetings in words, in the reader's language, by Gera's clocks.</summary>
public static class MeetingTimes
{
    public static string Of(DateTimeOffset from, DateTimeOffset until)
    {
        var end = Berlin.Day(from) == Berlin.Day(until) ? Time(until) : $"{Day(until)}, {Time(until)}";
        return $"{Day(from)}, {Time(from)}–{end}{(IsEnglish ? "" : " Uhr")}";
    }

    public static string Day(DateTimeOffset at) => Berlin.Local(at).ToString(IsEnglish ? "dddd, d MMMM yyyy" : "dddd, d. MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>When an item is expected to begin, from the durations of those before.</summary>
    public static string Time(DateTimeOffset at) => Berlin.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
