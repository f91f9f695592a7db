using System.Text.Json;
using Gera.Hub.People;
using Gera.Hub.Shell;
using Marten;

namespace Gera.Hub.Features.Calendar;

/// <summary>What is said of an event; free text, which can be taken back.</summary>
/// <param name="Text">Markdown, at most 10,000 characters.</param>
/// <param name="Organiser">Who invites, as people know them.</param>
/// <param name="Place">Name of the place; null for what is only online.</param>
/// <param name="Online">Address of the video room or stream.</param>
/// <param name="Price">In words; null where it is free or unknown.</param>
/// <param name="Links">Paths of ours: ideas, groups, halls that belong to it; one a line.</param>
/// <param name="Licence">Under which others may use the text.</param>
public sealed record EventWords(string? Title, string? Text, string? Organiser, string? Place, string? Street, string? Entrance, string? Online, string? Price, string? Links, string? Licence)
{
    public static readonly IReadOnlyList<string> Licences = ["", "CC0 1.0", "CC BY 4.0", "dl-de/by-2-0"];

    private static readonly string[] Rooms = ["/ideen/", "/gruppen/", "/live/", "/markt/", "/vorhaben/"];

    /// <summary>What is wrong, by the form's field.</summary>
    public IEnumerable<(string Field, Refusal Refusal)> Faults()
    {
        if (People.Text.Check(Title, 120, ("Titel", "title")) is { } title) yield return ("titel", title);
        if (People.Text.Check(Text, 10_000, ("Beschreibung", "description")) is { } text) yield return ("text", text);
        if (People.Text.Check(Organiser, 120, ("Veranstalter", "organiser")) is { } organiser) yield return ("veranstalter", organiser);
        if (People.Text.Check(Place, 120, ("Ort", "place"), required: string.IsNullOrWhiteSpace(Online)) is { } place) yield return ("ort", place);
        if (People.Text.Check(Street, 200, ("Adresse", "address"), required: false) is { } street) yield return ("strasse", street);
        if (People.Text.Check(Entrance, 300, ("Zugang", "access"), required: false) is { } entrance) yield return ("zugang", entrance);
        if (People.Text.Check(Price, 200, ("Preis", "price"), required: false) is { } price) yield return ("preis", price);
        if (!string.IsNullOrWhiteSpace(Online) && !IsWebAddress(Online)) yield return ("online", CalendarRefusals.OnlineBad);
        if (Paths().Any(p => p.Length > 200 || !Rooms.Any(r => p.StartsWith(r, StringComparison.Ordinal)) || People.Text.Check(p, 200, ("", "")) is not null)) yield return ("links", CalendarRefusals.LinksBad);
        if (!Licences.Contains(Licence ?? "")) yield return ("lizenz", Refusals.Malformed);
    }

    /// <summary>Paths of ours it leads to.</summary>
    public IReadOnlyList<string> Paths() => [.. (Links ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(10)];

    public EventWords Clean() => new(Of(Title), Of(Text), Of(Organiser), Of(Place), Of(Street), Of(Entrance), Of(Online), Of(Price), Of(Links), Of(Licence));

    /// <summary>A new version; the one before stays.</summary>
    public void Add(IDocumentSession session, Guid about, int edition, DateTimeOffset now)
    {
        session.QueueSqlCommand("update calendar.words set is_current = false where event = ? and is_current", about);
        session.QueueSqlCommand("insert into calendar.words (event, edition, is_current, title, body, words, at) values (?, ?, true, ?, ?, ?::jsonb, ?)",
            about, edition, Title!, $"{Text}\n{Organiser}\n{Place} {Street}", JsonSerializer.Serialize(this, JsonSerializerOptions.Web), now);
    }

    private static bool IsWebAddress(string text) => text.Length <= 500 && People.Text.Check(text, 500, ("", "")) is null && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    private static string? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : People.Text.Clean(text);
}

/// <summary>Checks of an event's facts.</summary>
internal static class FactChecks
{
    public static IEnumerable<(string Field, Refusal Refusal)> Faults(this EventFacts facts)
    {
        if (!CityEvent.Themes.Contains(facts.Theme)) yield return ("thema", CalendarRefusals.ThemeMissing);
        if (facts.District is { } district && !District.All.Contains(district)) yield return ("stadtteil", CalendarRefusals.DistrictUnknown);
        if (facts.Group is { } group && !WorkingGroup.All.Contains(group)) yield return ("gruppe", Refusals.Malformed);
        if (facts.Latitude is { } north && (facts.Longitude is not { } east || double.IsNaN(north) || north is < 50.7 or > 51.1 || east is < 11.8 or > 12.4) || facts.Latitude is null != facts.Longitude is null)
            yield return ("karte", CalendarRefusals.PlaceBad);
    }

    /// <summary>An address out of a title: letters a keyboard has, and something nobody else has.</summary>
    public static string Address(string title, Guid id) => $"{Slug.Of(title, "termin")}-{id.ToString("N")[^6..]}";
}
