using System.Globalization;
using Gera.Hub.Features.Market.Shops;
using Gera.Hub.People;

namespace Gera.Hub.Features.Market.Pages;

/// <summary>One step of the registration as it was typed.</summary>
public sealed class ShopTyped
{
    public Guid Id { get; set; }
    public int Edition { get; set; }
    public string? Deed { get; set; }
    public string? Name { get; set; }
    public string? Kind { get; set; }
    public string? Lead { get; set; }
    public string? District { get; set; }
    public string? Street { get; set; }
    public string? Postcode { get; set; }
    public string? Phone { get; set; }
    public string? Mail { get; set; }
    public string? Web { get; set; }
    public string? Latitude { get; set; }
    public string? Longitude { get; set; }
    public string? Story { get; set; }
    public string[]? Services { get; set; }
    public string? LegalName { get; set; }
    public string? LegalPerson { get; set; }
    public string? LegalAddress { get; set; }
    public string? LegalMail { get; set; }
    public string? LegalRegister { get; set; }
    public string? LegalTax { get; set; }

    public static ShopTyped Of(Shop shop, ShopWords words) => new()
    {
        Id = shop.Id,
        Edition = shop.Edition,
        Name = words.Name,
        Kind = shop.Kind,
        Lead = words.Lead,
        District = shop.District,
        Street = words.Street,
        Postcode = words.Postcode,
        Phone = words.Phone,
        Mail = words.Mail,
        Web = words.Web,
        Latitude = shop.Facts.Latitude?.ToString(CultureInfo.InvariantCulture),
        Longitude = shop.Facts.Longitude?.ToString(CultureInfo.InvariantCulture),
        Story = words.Story,
        Services = [.. ShopQuery.ByWord.Where(w => shop.Facts.Services.HasFlag(w.Value)).Select(w => w.Key)],
        LegalName = words.LegalName,
        LegalPerson = words.LegalPerson,
        LegalAddress = words.LegalAddress,
        LegalMail = words.LegalMail,
        LegalRegister = words.LegalRegister,
        LegalTax = words.LegalTax,
    };

    /// <summary>What the shop says with this step in place of what it said.</summary>
    public (ShopWords Words, ShopFacts Facts) Over(ShopWords words, ShopFacts facts, int step) => step switch
    {
        1 => (words with { Name = Name, Lead = Lead }, facts with { Kind = Kind ?? "" }),
        2 => (words with { Street = Street, Postcode = Postcode?.Trim(), Phone = Phone, Mail = Mail, Web = Web }, facts with { District = string.IsNullOrEmpty(District) ? null : District, Latitude = Degrees(Latitude), Longitude = Degrees(Longitude) }),
        3 => (words with { Story = Story }, facts with { Services = ShopQuery.Of(Services ?? []) }),
        _ => (words with { LegalName = LegalName, LegalPerson = LegalPerson, LegalAddress = LegalAddress, LegalMail = LegalMail, LegalRegister = LegalRegister, LegalTax = LegalTax }, facts),
    };

    /// <summary>What is wrong with one step, by field.</summary>
    /// <param name="complete">Whether gaps are faults.</param>
    public static Dictionary<string, Refusal> Faults(ShopWords words, ShopFacts facts, int step, bool complete) =>
        words.Faults(complete).Concat(facts.Faults(complete)).Where(f => f.Step == step).GroupBy(f => f.Field).ToDictionary(g => g.Key, g => g.First().Refusal);

    /// <summary>Degrees as programs write them; what cannot be read lies outside the town and is refused.</summary>
    private static double? Degrees(string? text) => string.IsNullOrWhiteSpace(text) ? null : double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : double.NaN;
}
