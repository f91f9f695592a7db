using System.Globalization;
using System.Text.Json.Nodes;

namespace Gera.Hub.Features.Market.Hours;

/// <summary>Hours as schema.org's <c>openingHoursSpecification</c>: the week, then what differs in the year ahead.</summary>
public static class HoursSchema
{
    private static readonly string[] Names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static JsonArray Of(OpeningHours hours, DateOnly today)
    {
        var all = new JsonArray();
        foreach (var group in hours.Week.Days.SelectMany((intervals, day) => intervals.Select(i => (i, day))).GroupBy(x => x.i))
        {
            var one = Times(group.Key);
            one["dayOfWeek"] = new JsonArray([.. group.Select(x => (JsonNode)$"https://schema.org/{Names[x.day]}")]);
            all.Add(one);
        }
        var until = today.AddYears(1);
        if (hours.Holidays != OnHolidays.AsUsual)
            foreach (var holiday in Enumerable.Range(today.Year, 2).SelectMany(Holidays.Of).Where(h => h.Day >= today && h.Day < until && hours.SpecialOn(h.Day) is null))
                Add(all, holiday.Day, holiday.Day, hours.On(holiday.Day));
        foreach (var special in hours.Special.Where(s => s.To >= today && s.From < until)) Add(all, special.From, special.To, special.Intervals);
        return all;
    }

    private static void Add(JsonArray all, DateOnly from, DateOnly to, IReadOnlyList<Interval> intervals)
    {
        // No time at all is how "closed" is said there.
        foreach (var interval in intervals.Count == 0 ? [new Interval(0, 0)] : intervals)
        {
            var one = Times(interval);
            one["validFrom"] = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            one["validThrough"] = to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            all.Add(one);
        }
    }

    private static JsonObject Times(Interval interval) => new()
    {
        ["@type"] = "OpeningHoursSpecification",
        ["opens"] = Clock(interval.From),
        ["closes"] = interval is { From: 0, To: Interval.Day } ? "23:59" : Clock(interval.To),
    };

    private static string Clock(int minutes) => $"{minutes / 60 % 24:00}:{minutes % 60:00}";
}
