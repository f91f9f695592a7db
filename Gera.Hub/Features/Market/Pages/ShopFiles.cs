using System.Globalization;
using Gera.Hub.Features.Market.Shops;
using Gera.Hub.Shell;
using Gera.Hub.Storage;

namespace Gera.Hub.Features.Market.Pages;

/// <summary>The market as data: what the list shows, without pages.</summary>
internal static class ShopFiles
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/markt.geojson", async (HttpContext http, ShopList list, TimeProvider clock) => Results.Json(new
        {
            Type = "FeatureCollection",
            Features = (await list.Everything(ShopQuery.Read(http.Request.Query), clock.GetUtcNow(), http.RequestAborted)).Where(c => c.North is not null)
                .Select(c => new { Type = "Feature", Geometry = new { Type = "Point", Coordinates = new[] { c.East, c.North } }, Properties = new { Number = ShopKind.Find(c.Kind)?.Name, Title = c.Name, Theme = "wirtschaft", Link = "/markt/" + c.Slug } }),
        }, System.Text.Json.JsonSerializerOptions.Web, "application/geo+json")).WithTags("markt").WithSummary("Where the shops of a list are (GeoJSON).");
        app.MapGet("/markt.csv", async (HttpContext http, ShopList list, TimeProvider clock, PublicAddress address) => Spreadsheet.File("markt.csv",
            ["name", "art", "stadtteil", "strasse", "plz", "telefon", "web", "dienste", "breite", "laenge", "adresse"],
            (await list.Everything(ShopQuery.Read(http.Request.Query), clock.GetUtcNow(), http.RequestAborted)).Select(c => new[]
            {
                c.Name, ShopKind.Find(c.Kind)?.Name ?? c.Kind, c.District ?? "", c.Street ?? "", c.Postcode ?? "", c.Phone ?? "", c.Web ?? "", string.Join(' ', ShopQuery.ByWord.Where(w => c.Services.HasFlag(w.Value)).Select(w => w.Key)),
                c.North?.ToString(CultureInfo.InvariantCulture) ?? "", c.East?.ToString(CultureInfo.InvariantCulture) ?? "", address.Of("/markt/" + c.Slug),
            }))).WithTags("markt").WithSummary("The shops of a list as a table (CSV).");
    }
}
