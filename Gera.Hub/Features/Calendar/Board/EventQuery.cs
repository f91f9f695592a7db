using System.Globalization;
using Gera.Hub.People;
using Gera.Hub.Shell;

namespace Gera.Hub.Features.Calendar.Board;

/// <summary>Which dates a list shows, as its address says; what an address cannot mean is left out.</summary>
/// <param name="Search">At most 100 characters.</param>
/// <param name="Organiser">Key of an organiser.</param>
/// <param name="Period">One of <see cref="Periods"/>; null: everything to come.</param>
/// <param name="Page">From one.</param>
public sealed record EventQuery(string? Search, string? Theme, string? District, string? Group, string? Organiser, string? Period, bool Free, bool Access, int Page)
{
    public const int PageSize = 20;

    public const int LastPage = 2_000;

    public static readonly EventQuery All = new(null, null, null, null, null, null, false, false, 1);

    public static readonly IReadOnlyList<string> Periods = ["heute", "wochenende", "woche", "monat"];

    public static EventQuery Read(IQueryCollection address) => new(
        Words(address["suche"]), Known(address["thema"], CityEvent.Themes), Known(address["stadtteil"], Shell.District.All), Known(address["gruppe"], WorkingGroup.All), Words(address["veranstalter"]),
        Known(address["zeitraum"], Periods), address["kostenlos"] == "ja", address["barrierefrei"] == "ja",
        int.TryParse(address["seite"], CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1);

    /// <summary>The address of this list, or of another view of it.</summary>
    public string Address(string path = "/kalender", params (string Key, string? Value)[] more)
    {
        var parts = new Dictionary<string, string?>
        {
            ["suche"] = Search,
            ["thema"] = Theme,
            ["stadtteil"] = District,
            ["gruppe"] = Group,
            ["veranstalter"] = Organiser,
            ["zeitraum"] = Period,
            ["kostenlos"] = Free ? "ja" : null,
            ["barrierefrei"] = Access ? "ja" : null,
            ["seite"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
        };
        foreach (var (key, value) in more) parts[key] = value;
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(path, parts.Where(p => p.Value is not null));
    }

    /// <summary>The days its period means, the last one included; without a period from today on.</summary>
    public (DateOnly From, DateOnly? Until) Days(DateOnly today)
    {
        var weekday = ((int)today.DayOfWeek + 6) % 7;
        return Period switch
        {
            "heute" => (today, today),
            "wochenende" => (weekday >= 4 ? today : today.AddDays(4 - weekday), today.AddDays(6 - weekday)),
            "woche" => (today, today.AddDays(6 - weekday)),
            "monat" => (today, new DateOnly(today.Year, today.Month, DateTime.DaysInMonth(today.Year, today.Month))),
            _ => (today, null),
        };
    }

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) || People.Text.Check(text, 100, ("", "")) is not null ? null : text.Trim();

    private static string? Known(string? word, IEnumerable<string> all) => all.Contains(word) ? word : null;
}

/// <summary>One date in a list.</summary>
/// <param name="Original">Names the date within its event.</param>
public sealed record EventCard(Guid Id, string Slug, string Title, string Theme, string? District, string? Place, string? Organiser, string? Price, bool IsFree, AccessFacts Access, bool IsOnline,
    DateTime Original, DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset? MovedFrom, bool IsCancelled, bool AllDay, double? North, double? East);
