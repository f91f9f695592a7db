using System.Globalization;
using System.Text.RegularExpressions;
using Gera.Hub.People;

namespace Gera.Hub.Features.Market.Hours;

/// <summary>Reads special days, one a line: "24.12.2026 9–12 Uhr" or "3.8.2026–14.8.2026 geschlossen: Betriebsferien".</summary>
public static partial class SpecialParser
{
    private const int Most = 60, Longest = 366;

    public static Answer<IReadOnlyList<SpecialDays>> Read(string? typed)
    {
        if (People.Text.Check(typed, 6000, ("besondere Tage", "special days"), required: false) is { } no) return no;
        var all = new List<SpecialDays>();
        foreach (var line in (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Line().Match(line) is not { Success: true } found || Day(found.Groups["from"].Value) is not { } from) return HoursRefusals.Date.About(line, line);
            if ((found.Groups["to"].Success ? Day(found.Groups["to"].Value) : from) is not { } to || to < from || to.DayNumber - from.DayNumber > Longest) return HoursRefusals.Date.About(line, line);
            var times = HoursParser.ReadDay(found.Groups["times"].Value);
            if (times.Refusal is { } bad) return bad;
            if (all.Any(s => s.From <= to && from <= s.To)) return HoursRefusals.Twice.About(line, line);
            all.Add(new SpecialDays(from, to, times.Value, found.Groups["reason"] is { Success: true, Value: { } reason } && !string.IsNullOrWhiteSpace(reason) ? People.Text.Clean(reason) : null));
        }
        return all.Count > Most ? HoursRefusals.Many : all.OrderBy(s => s.From).ToArray();
    }

    /// <summary>The same days as they are typed.</summary>
    public static string Write(IEnumerable<SpecialDays> days) => string.Join('\n', days.Select(d =>
        $"{Day(d.From)}{(d.To > d.From ? "–" + Day(d.To) : "")} {HoursText.Of(d.Intervals)}{(d.Reason is { } reason ? ": " + reason : "")}"));

    private static string Day(DateOnly day) => day.ToString("d.M.yyyy", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string typed) => DateOnly.TryParseExact(typed, ["d.M.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200 ? day : null;

    [GeneratedRegex(@"^(?<from>\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)(?:\s*(?:[-–—−]|bis)\s*(?<to>\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d))?\s+(?<times>.+?)(?::\s+(?<reason>.+))?$", RegexOptions.None, 1000)]
    private static partial Regex Line();
}
