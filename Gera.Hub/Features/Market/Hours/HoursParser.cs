using System.Globalization;
using System.Text.RegularExpressions;
using Gera.Hub.People;

namespace Gera.Hub.Features.Market.Hours;

/// <summary>Reads what an owner types about a week. What is not understood is named and never guessed.</summary>
public static partial class HoursParser
{
    private const int MostAday = 6;

    private static readonly Dictionary<string, int> Days = new[] { "mo montag montags mon monday", "di dienstag dienstags tu tue tuesday", "mi mittwoch mittwochs we wed wednesday", "do donnerstag donnerstags th thu thursday", "fr freitag freitags fri friday", "sa samstag samstags sonnabend sonnabends sat saturday", "so sonntag sonntags su sun sunday" }
        .SelectMany((words, n) => words.Split(' ').Select(w => (w, n))).ToDictionary(d => d.w, d => d.n);

    public static Answer<Week> Read(string? typed)
    {
        if (People.Text.Check(typed, 600, ("Öffnungszeiten", "opening hours")) is { } no) return no;
        var line = Plain(typed!);
        if (line is "geschlossen" or "closed") return Week.Closed;
        var week = new IReadOnlyList<Interval>?[7];
        if (line is "rund um die uhr" or "around the clock") return new Week([.. week.Select(_ => (IReadOnlyList<Interval>)[new Interval(0, Interval.Day)])]);

        var days = new List<int>();
        var isNew = true;
        foreach (var part in Part().Matches(line).Select(m => m.Value))
        {
            if (ReadDays(part) is { } named)
            {
                if (!isNew) days.Clear();
                isNew = true;
                days.AddRange(named);
                continue;
            }
            var times = ReadTimes(part);
            if (times.Refusal is { } bad) return bad;
            if (days.Count == 0) return HoursRefusals.NoDay;
            if (days.Distinct().Count() < days.Count || isNew && days.Any(d => week[d] is not null)) return HoursRefusals.Twice;
            foreach (var day in days)
            {
                if (!isNew && (times.Value.Count == 0 || week[day]!.Count == 0)) return HoursRefusals.Overlap;
                week[day] = [.. (week[day] ?? []).Concat(times.Value).OrderBy(i => i.From)];
                if (week[day]!.Count > MostAday) return HoursRefusals.Many;
            }
            isNew = false;
        }
        if (isNew) return HoursRefusals.NoTime;
        var read = new Week([.. week.Select(d => d ?? [])]);
        return read.Overlaps() ? HoursRefusals.Overlap : read;
    }

    /// <summary>Times of one day: "9–12 und 14–18 Uhr" or "geschlossen".</summary>
    public static Answer<IReadOnlyList<Interval>> ReadDay(string typed)
    {
        var all = new List<Interval>();
        var parts = Part().Matches(Plain(typed)).Select(m => m.Value).ToArray();
        if (parts.Length == 0) return HoursRefusals.NoTime;
        foreach (var part in parts)
        {
            var times = ReadTimes(part);
            if (times.Refusal is { } bad) return bad;
            if (times.Value.Count == 0 && parts.Length > 1) return HoursRefusals.Overlap;
            all.AddRange(times.Value);
        }
        all.Sort((a, b) => a.From.CompareTo(b.From));
        if (all.Count > MostAday) return HoursRefusals.Many;
        return all.Zip(all.Skip(1)).Any(p => p.First.Meets(p.Second)) || all is [var first, .., var last] && last.Meets(first.Later(1)) ? HoursRefusals.Overlap : all;
    }

    /// <summary>Lower case, one kind of dash, no blanks about it, no "Uhr" after a time.</summary>
    private static string Plain(string typed)
    {
        var line = Blanks().Replace(typed.Trim().ToLower(CultureInfo.GetCultureInfo("de-DE")), " ");
        if (line is "rund um die uhr") return line;
        line = Until().Replace(line, "-");
        return Blanks().Replace(Joint().Replace(Clock().Replace(line, " "), ","), " ").Trim();
    }

    private static List<int>? ReadDays(string part)
    {
        if (part is "täglich" or "taeglich" or "daily") return [0, 1, 2, 3, 4, 5, 6];
        var ends = part.Split('-').Select(w => Days.TryGetValue(w.TrimEnd('.', ':'), out var day) ? day : -1).ToArray();
        if (ends.Contains(-1) || ends.Length > 2) return null;
        // "Sa–Mo" goes over Sunday.
        return ends.Length == 1 ? [ends[0]] : [.. Enumerable.Range(0, (ends[1] - ends[0] + 7) % 7 + 1).Select(n => (ends[0] + n) % 7)];
    }

    private static Answer<IReadOnlyList<Interval>> ReadTimes(string part)
    {
        if (part is "geschlossen" or "closed" or "zu") return Array.Empty<Interval>();
        var ends = part.Split('-');
        if (!ends.All(e => Time().IsMatch(e))) return HoursRefusals.Word.About(part, part);
        if (ends.Length != 2) return HoursRefusals.NoEnd.About(part, part);
        if (Minutes(ends[0]) is not { } from || Minutes(ends[1]) is not { } to || from == Interval.Day) return HoursRefusals.Time.About(part, part);
        if (to < from || to == 0) to += Interval.Day;
        var interval = new Interval(from, to);
        return interval.IsSound && from != to % Interval.Day || interval == new Interval(0, Interval.Day) ? new[] { interval } : HoursRefusals.Time.About(part, part);
    }

    private static int? Minutes(string typed)
    {
        var at = typed.Split(':', '.');
        var (hour, minute) = (int.Parse(at[0], CultureInfo.InvariantCulture), at.Length > 1 ? int.Parse(at[1], CultureInfo.InvariantCulture) : 0);
        return minute < 60 && hour * 60 + minute <= Interval.Day ? hour * 60 + minute : null;
    }

    [GeneratedRegex(@"[^\s,;]+", RegexOptions.None, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"(?<!\p{L})(?:und|and|u\.)(?!\p{L})|[&+]", RegexOptions.None, 1000)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^\d{1,2}(?:[:.]\d{2})?$", RegexOptions.None, 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<=\d)\s*(?:uhr|h)\b\.?", RegexOptions.None, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?:(?<=\d)\s*(?:uhr|h))?\s*(?:[-–—−]|\sbis\s|\sto\s)\s*", RegexOptions.None, 1000)]
    private static partial Regex Until();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
