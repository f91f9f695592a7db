using System.Text.Json;
using Gera.Hub.People;
using Gera.Hub.Shell;
using Marten;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>What a shop says of itself; free text, which can be taken back.</summary>
public sealed record ShopWords
{
    /// <summary>As it stands above the door.</summary>
    public string? Name { get; init; }

    /// <summary>Three sentences.</summary>
    public string? Lead { get; init; }

    /// <summary>Markdown.</summary>
    public string? Story { get; init; }

    public string? Street { get; init; }

    public string? Postcode { get; init; }

    public string? Phone { get; init; }

    public string? Mail { get; init; }

    public string? Web { get; init; }

    // Who answers for it (§ 5 DDG): without this nothing is published.
    public string? LegalName { get; init; }

    public string? LegalPerson { get; init; }

    public string? LegalAddress { get; init; }

    public string? LegalMail { get; init; }

    public string? LegalRegister { get; init; }

    public string? LegalTax { get; init; }

    /// <summary>Steps of the registration.</summary>
    public const int Steps = 4;

    /// <summary>What is wrong, by step and field of the form.</summary>
    /// <param name="complete">Whether everything must be there that a published shop needs; a draft may have gaps but for its name.</param>
    public IEnumerable<(int Step, string Field, Refusal Refusal)> Faults(bool complete)
    {
        if (Text.Check(Name, 80, ("Name", "name")) is { } name) yield return (1, "name", name);
        if (Text.Check(Lead, 400, ("In drei Sätzen", "in three sentences"), complete) is { } lead) yield return (1, "kurz", lead);
        if (Text.Check(Street, 120, ("Straße", "street"), complete) is { } street) yield return (2, "strasse", street);
        if (complete || !string.IsNullOrWhiteSpace(Postcode))
            if (Postcode?.Trim() is not { Length: 5 } code || !int.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number) || number is < 7545 or > 7557) yield return (2, "plz", MarketRefusals.PostcodeBad);
        if (Text.Check(Phone, 40, ("Telefon", "telephone"), required: false) is { } phone) yield return (2, "telefon", phone);
        if (!IsMail(Mail)) yield return (2, "mail", MarketRefusals.MailBad);
        if (!IsWeb(Web)) yield return (2, "web", MarketRefusals.WebBad);
        if (complete && string.IsNullOrWhiteSpace(Phone) && string.IsNullOrWhiteSpace(Mail)) yield return (2, "telefon", MarketRefusals.ContactMissing);
        if (Text.Check(Story, 5_000, ("Geschichte", "story"), required: false) is { } story) yield return (3, "geschichte", story);
        if (Text.Check(LegalName, 200, ("Name des Anbieters", "name of the trader"), required: false) is { } trader) yield return (4, "anbieter", trader);
        if (Text.Check(LegalPerson, 200, ("Vertreten durch", "represented by"), required: false) is { } person) yield return (4, "vertreten", person);
        if (Text.Check(LegalAddress, 300, ("Anschrift des Anbieters", "address of the trader"), required: false) is { } address) yield return (4, "anschrift", address);
        if (Text.Check(LegalRegister, 200, ("Register", "register"), required: false) is { } register) yield return (4, "register", register);
        if (Text.Check(LegalTax, 60, ("Umsatzsteuer-ID", "VAT number"), required: false) is { } tax) yield return (4, "ustid", tax);
        if (!IsMail(LegalMail)) yield return (4, "anbietermail", MarketRefusals.MailBad);
        if (!complete) yield break;
        if (string.IsNullOrWhiteSpace(LegalName)) yield return (4, "anbieter", MarketRefusals.LegalMissing);
        if (string.IsNullOrWhiteSpace(LegalAddress)) yield return (4, "anschrift", MarketRefusals.LegalMissing);
        if (string.IsNullOrWhiteSpace(LegalMail)) yield return (4, "anbietermail", MarketRefusals.LegalMissing);
    }

    public ShopWords Clean() => new()
    {
        Name = Of(Name),
        Lead = Of(Lead),
        Story = Of(Story),
        Street = Of(Street),
        Postcode = Of(Postcode),
        Phone = Of(Phone),
        Mail = Of(Mail),
        Web = Of(Web),
        LegalName = Of(LegalName),
        LegalPerson = Of(LegalPerson),
        LegalAddress = Of(LegalAddress),
        LegalMail = Of(LegalMail),
        LegalRegister = Of(LegalRegister),
        LegalTax = Of(LegalTax),
    };

    /// <summary>A new version; the one before stays.</summary>
    public void Add(IDocumentSession session, Guid shop, int edition, ShopFacts facts, DateTimeOffset now)
    {
        session.QueueSqlCommand("update market.words set is_current = false where shop = ? and is_current", shop);
        session.QueueSqlCommand("insert into market.words (shop, edition, is_current, name, alike, body, words, at) values (?, ?, true, ?, ?, ?, ?::jsonb, ?)",
            shop, edition, Name!, $"{Name} {ShopKind.Find(facts.Kind)?.Everything}", $"{Lead}\n{Story}\n{Street} {facts.District}", JsonSerializer.Serialize(this, JsonSerializerOptions.Web), now);
    }

    public static ShopWords Parse(string json) => JsonSerializer.Deserialize<ShopWords>(json, JsonSerializerOptions.Web)!;

    private static bool IsMail(string? text) => string.IsNullOrWhiteSpace(text) || text.Length <= 254 && Text.Check(text, 254, ("", "")) is null && System.Net.Mail.MailAddress.TryCreate(text.Trim(), out var mail) && mail.Address == text.Trim();

    private static bool IsWeb(string? text) => string.IsNullOrWhiteSpace(text) || text.Length <= 300 && Text.Check(text, 300, ("", "")) is null && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && !text.Contains(' ', StringComparison.Ordinal);

    private static string? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : Text.Clean(text);
}

/// <summary>Checks of a shop's facts.</summary>
internal static class ShopFactChecks
{
    public static IEnumerable<(int Step, string Field, Refusal Refusal)> Faults(this ShopFacts facts, bool complete)
    {
        if (facts.Kind.Length > 0 ? ShopKind.Find(facts.Kind) is null : complete) yield return (1, "art", MarketRefusals.KindMissing);
        if (facts.District is { } district ? !District.All.Contains(district) : complete) yield return (2, "stadtteil", MarketRefusals.DistrictMissing);
        if (facts.Latitude is { } north && (facts.Longitude is not { } east || double.IsNaN(north) || double.IsNaN(east) || north is < 50.7 or > 51.1 || east is < 11.8 or > 12.4) || facts.Latitude is null != facts.Longitude is null) yield return (2, "karte", MarketRefusals.PlaceBad);
        if (((int)facts.Services & ~31) != 0) yield return (3, "dienste", Refusals.Malformed);
    }

    /// <summary>An address out of a name, short enough for the role that is given for it.</summary>
    public static string Address(string name, Guid id)
    {
        var slug = Slug.Of(name, "betrieb");
        return $"{(slug.Length > 45 ? slug[..45].Trim('-') : slug)}-{id.ToString("N")[^6..]}";
    }
}
