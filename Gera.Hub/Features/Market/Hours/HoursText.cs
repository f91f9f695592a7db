using System.Globalization;

namespace Gera.Hub.Features.Market.Hours;

/// <summary>A week in a line, as it stands on a door: "Mo–Fr 8–18 Uhr, Sa 8–13 Uhr". What is written can be read again.</summary>
public static class HoursText
{
    private static readonly string[] German = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"], English = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static string Of(Week week, bool german = true)
    {
        if (week.IsClosed) return german ? "geschlossen" : "closed";
        if (week.IsAlwaysOpen) return german ? "rund um die Uhr" : "around the clock";
        var groups = week.Days.Select((intervals, day) => (intervals, day)).Where(d => d.intervals.Count > 0).GroupBy(d => Of(d.intervals, german)).ToArray();
        return string.Join(", ", groups.Select(g => $"{Days([.. g.Select(d => d.day)], german)} {g.Key}"));
    }

    /// <summary>Of a day: "8–12 und 14–18 Uhr".</summary>
    public static string Of(IReadOnlyList<Interval> intervals, bool german = true) => intervals switch
    {
        [] => german ? "geschlossen" : "closed",
        [{ From: 0, To: Interval.Day }] => german ? "0–24 Uhr" : "0:00–24:00",
        _ => string.Join(german ? " und " : " and ", intervals.Select(i => $"{Time(i.From, german)}–{Time(i.To, german)}")) + (german ? " Uhr" : ""),
    };

    /// <summary>"8" or "8:30"; 24 is the end of a day, and what is later is of the next.</summary>
    public static string Time(int minutes, bool german = true)
    {
        var on = minutes > Interval.Day ? minutes - Interval.Day : minutes;
        var hour = (on / 60).ToString(CultureInfo.InvariantCulture);
        return german && on % 60 == 0 ? hour : $"{hour}:{on % 60:00}";
    }

    private static string Days(int[] days, bool german)
    {
        if (days.Length == 7) return german ? "täglich" : "daily";
        var names = german ? German : English;
        var runs = new List<string>();
        for (var n = 0; n < days.Length;)
        {
            var end = n;
            while (end + 1 < days.Length && days[end + 1] == days[end] + 1) end++;
            // Two days in a row are named both: "Sa, So".
            if (end - n >= 2) runs.Add($"{names[days[n]]}–{names[days[end]]}");
            else runs.AddRange(days[n..(end + 1)].Select(d => names[d]));
            n = end + 1;
        }
        return string.Join(", ", runs);
    }
}
