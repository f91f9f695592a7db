using Gera.Hub.Features.Market.Shops;
using Gera.Hub.Storage;

namespace Gera.Hub.Features.Market.Pages;

/// <summary>A shop for programs that read pages (schema.org/LocalBusiness).</summary>
internal static class LocalBusiness
{
    public static Dictionary<string, object?> Of(ShopView view, PublicAddress address)
    {
        var (shop, words) = (view.Shop, view.Words);
        return new()
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "LocalBusiness",
            ["name"] = words.Name,
            ["description"] = words.Lead,
            ["url"] = address.Of("/markt/" + shop.Slug),
            ["sameAs"] = words.Web,
            ["telephone"] = words.Phone,
            ["email"] = words.Mail,
            ["address"] = new Dictionary<string, object?> { ["@type"] = "PostalAddress", ["streetAddress"] = words.Street, ["postalCode"] = words.Postcode, ["addressLocality"] = "Gera", ["addressCountry"] = "DE" },
            ["geo"] = shop.Facts is { Latitude: { } north, Longitude: { } east } ? new Dictionary<string, object?> { ["@type"] = "GeoCoordinates", ["latitude"] = north, ["longitude"] = east } : null,
            ["legalName"] = words.LegalName,
            ["vatID"] = words.LegalTax,
        };
    }
}
