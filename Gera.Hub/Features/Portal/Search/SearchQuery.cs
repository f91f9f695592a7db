using System.Globalization;
using Gera.Hub.People;
using Microsoft.AspNetCore.WebUtilities;

namespace Gera.Hub.Features.Portal.Search;

/// <summary>What is searched, as the address says it; what an address cannot mean is left out.</summary>
/// <param name="Words">At most 100 characters; null: nothing typed yet.</param>
/// <param name="Kind">Kind of a source.</param>
/// <param name="Theme">Key of a working group.</param>
/// <param name="Page">From one.</param>
public sealed record SearchQuery(string? Words, string? Kind, string? Theme, string? District, SearchTime Time, int Page)
{
    public const int PageSize = 20;

    /// <summary>Words in addresses for spans of time.</summary>
    public static IReadOnlyDictionary<string, SearchTime> Times { get; } = new Dictionary<string, SearchTime>(StringComparer.Ordinal)
    {
        ["kommend"] = SearchTime.Coming,
        ["monat"] = SearchTime.Month,
        ["jahr"] = SearchTime.Year,
    };

    public static SearchQuery Read(IQueryCollection address, IEnumerable<string> kinds) => new(
        Typed(address["q"]), Known(address["art"], kinds), Known(address["thema"], WorkingGroup.All), Known(address["stadtteil"], Shell.District.All), Times.GetValueOrDefault(address["zeit"].ToString(), SearchTime.Any),
        int.TryParse(address["seite"], CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, SearchBoard.Most / PageSize) : 1);

    public string Address() => QueryHelpers.AddQueryString("/suche", new Dictionary<string, string?>
    {
        ["q"] = Words,
        ["art"] = Kind,
        ["thema"] = Theme,
        ["stadtteil"] = District,
        ["zeit"] = Time == SearchTime.Any ? null : Times.First(t => t.Value == Time).Key,
        ["seite"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
    }.Where(p => p.Value is not null));

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) || Text.Check(text, 100, ("", "")) is not null ? null : Text.Clean(text);

    private static string? Known(string? word, IEnumerable<string> all) => all.Contains(word) ? word : null;
}

public enum SearchTime
{
    Any,

    /// <summary>From today on.</summary>
    Coming,

    /// <summary>The last 30 days.</summary>
    Month,

    /// <summary>The last 365 days.</summary>
    Year,
}

/// <summary>Something found.</summary>
public sealed record SearchHit(string Kind, Guid Key, string Address, string Title, string Summary, string? Theme, string? District, DateTimeOffset Moment);

/// <param name="Hits">Of one page, best first.</param>
/// <param name="All">How many there are; <see cref="SearchBoard.Most"/> stands for "at least so many".</param>
/// <param name="Kinds">How many of each kind, whichever kind is chosen.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, int All, IReadOnlyDictionary<string, int> Kinds);
