using System.Globalization;
using Gera.Hub.People;
using Gera.Hub.Shell;

namespace Gera.Hub.Features.Ideas.Board;

/// <summary>Which ideas a list shows, as its address says; what an address cannot mean is left out.</summary>
/// <param name="Search">At most 100 characters.</param>
/// <param name="Contest">Key of a contest.</param>
/// <param name="Mix">Seed of the order by chance: the same seed is the same order, for everyone.</param>
/// <param name="Page">From one.</param>
public sealed record IdeaQuery(string? Search, string? Theme, string? District, string? Contest, string? Category, string? Status, IdeaOrder Order, string Mix, int Page)
{
    public const int PageSize = 20;

    /// <summary>As of that moment, as far as it may still be seen today; null: now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The moment as the address says it.</summary>
    public string? Stand { get; init; }

    public const int LastPage = 5_000;

    /// <param name="today">The seed where the address names none: everyone sees the order of the day.</param>
    public static IdeaQuery Read(IQueryCollection address, DateOnly today) => new(
        Words(address["suche"]), Known(address["thema"], WorkingGroup.All), Known(address["stadtteil"], Shell.District.All), Words(address["wettbewerb"]), Words(address["kategorie"]),
        Known(address["status"], AnswerStatus.All), Orders.GetValueOrDefault(address["sortierung"].ToString(), IdeaOrder.Mixed),
        Words(address["mischung"]) ?? today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        int.TryParse(address["seite"], CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1)
    {
        At = Moments.Read(address["stand"]),
        Stand = Moments.Read(address["stand"]) is null ? null : address["stand"].ToString(),
    };

    /// <summary>The address of this list, or of it with changes.</summary>
    public string Address(string path = "/ideen")
    {
        var parts = new Dictionary<string, string?>
        {
            ["suche"] = Search,
            ["thema"] = Theme,
            ["stadtteil"] = District,
            ["wettbewerb"] = Contest,
            ["kategorie"] = Category,
            ["status"] = Status,
            ["sortierung"] = Order == IdeaOrder.Mixed ? null : Orders.First(o => o.Value == Order).Key,
            ["mischung"] = Order == IdeaOrder.Mixed && Page > 1 ? Mix : null,
            ["stand"] = Stand,
            ["seite"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
        };
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(path, parts.Where(p => p.Value is not null));
    }

    /// <summary>Words in addresses for the orders.</summary>
    public static IReadOnlyDictionary<string, IdeaOrder> Orders { get; } = new Dictionary<string, IdeaOrder>(StringComparer.Ordinal)
    {
        ["gemischt"] = IdeaOrder.Mixed,
        ["neu"] = IdeaOrder.Newest,
        ["beliebt"] = IdeaOrder.Supported,
    };

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > 100 || People.Text.Check(text, 100, ("", "")) is not null ? null : text.Trim();

    private static string? Known(string? word, IEnumerable<string> all) => all.Contains(word) ? word : null;
}

public enum IdeaOrder
{
    /// <summary>By chance, so that no place is better; the same for everyone with the same seed.</summary>
    Mixed,
    Newest,
    Supported,
}

/// <summary>An idea in a list.</summary>
/// <param name="Supports">People who support it or an idea merged into it, each once.</param>
/// <param name="Status">The official answer's status; null before one is given.</param>
public sealed record IdeaCard(Guid Id, string Number, string Title, string Summary, string Theme, string? District, Guid Contest, string Category, DateTimeOffset At, int Supports, string? Status);

/// <summary>An idea on the map; degrees, WGS 84.</summary>
public sealed record IdeaPlace(string Number, string Title, string Theme, double North, double East);
