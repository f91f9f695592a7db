using System.Globalization;
using Gera.Hub.People;
using Gera.Hub.Shell;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>Which shops a list shows, as its address says; what an address cannot mean is left out.</summary>
/// <param name="Search">At most 100 characters.</param>
/// <param name="Services">All of them must be there.</param>
/// <param name="Page">From one.</param>
public sealed record ShopQuery(string? Search, string? Kind, string? District, ShopServices Services, int Page)
{
    public const int PageSize = 24;

    public const int LastPage = 500;

    public static readonly ShopQuery All = new(null, null, null, ShopServices.None, 1);

    /// <summary>Their words in addresses, which never change.</summary>
    public static readonly IReadOnlyDictionary<string, ShopServices> ByWord = new Dictionary<string, ShopServices>(StringComparer.Ordinal)
    {
        ["abholung"] = ShopServices.Pickup,
        ["lieferung"] = ShopServices.Delivery,
        ["reservierung"] = ShopServices.Reservation,
        ["gutschein"] = ShopServices.Voucher,
        ["stufenlos"] = ShopServices.StepFree,
    };

    public static ShopQuery Read(IQueryCollection address) => new(
        Words(address["suche"]), ShopKind.Find(address["art"])?.Key, PartOfTown(address["stadtteil"]), Of(address["dienst"]),
        int.TryParse(address["seite"], CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1);

    /// <summary>The address of this list, or of another view of it.</summary>
    public string Address(string path = "/markt")
    {
        var parts = new List<KeyValuePair<string, string?>>
        {
            new("suche", Search), new("art", Kind), new("stadtteil", District), new("seite", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
        };
        parts.AddRange(ByWord.Where(w => Services.HasFlag(w.Value)).Select(w => new KeyValuePair<string, string?>("dienst", w.Key)));
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(path, parts.Where(p => p.Value is not null));
    }

    public static ShopServices Of(IEnumerable<string?> words) => words.Aggregate(ShopServices.None, (all, word) => word is not null && ByWord.TryGetValue(word, out var one) ? all | one : all);

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) || Text.Check(text, 100, ("", "")) is not null ? null : text.Trim();

    private static string? PartOfTown(string? word) => Shell.District.All.Contains(word) ? word : null;
}

/// <summary>One shop in a list.</summary>
public sealed record ShopCard(Guid Id, string Slug, string Name, string Kind, string? District, string Lead, string? Street, string? Postcode, string? Phone, string? Web, ShopServices Services, double? North, double? East, DateTimeOffset ChangedAt);
