using System.Globalization;
using Gera.Hub.People;
using Gera.Hub.Shell;

namespace Gera.Hub.Features.Ideas.Entries;

/// <summary>What somebody writes of an idea, in a draft, in a new one or in a change.</summary>
/// <param name="Title">At most 120 characters.</param>
/// <param name="Summary">At most 300 characters, plain.</param>
/// <param name="Body">At most 10,000 characters of Markdown.</param>
/// <param name="Theme">Key of a working group's theme.</param>
/// <param name="District">One of <see cref="Shell.District.All"/>; empty: the whole city.</param>
/// <param name="Latitude">WGS 84, degrees, in or around Gera.</param>
public sealed record IdeaWords(string? Title, string? Summary, string? Body, string? Theme, string? District, double? Latitude, double? Longitude)
{
    public const int TitleMost = 120, SummaryMost = 300, BodyMost = 10_000, LineMost = 100;

    /// <summary>A line on the map: 2 to 100 places as <c>latitude,longitude</c> with spaces between; its middle is the idea's place.</summary>
    public string? Line { get; init; }

    /// <summary>Why these words cannot be handed in, beside which field; empty when they can.</summary>
    public IEnumerable<(string Field, Refusal Refusal)> Faults()
    {
        foreach (var fault in Unreadable(required: true)) yield return fault;
        if (!WorkingGroup.All.Contains(Theme)) yield return ("thema", IdeaRefusals.ThemeMissing);
        if (!string.IsNullOrEmpty(District) && !Shell.District.All.Contains(District)) yield return ("stadtteil", IdeaRefusals.DistrictUnknown);
        if (Latitude is null != Longitude is null || Latitude is { } north && Longitude is { } east && !IsNear(north, east) || !string.IsNullOrEmpty(Line) && (Latitude is null || !IsLine(Line))) yield return ("ort", IdeaRefusals.PlaceBad);
    }

    /// <summary>Why these words cannot even be kept as a draft.</summary>
    public IEnumerable<(string Field, Refusal Refusal)> Unreadable(bool required = false)
    {
        if (People.Text.Check(Title, TitleMost, ("Titel", "title"), required) is { } title) yield return ("titel", title);
        if (People.Text.Check(Summary, SummaryMost, ("Kurzfassung", "summary"), required) is { } summary) yield return ("kurz", summary);
        if (People.Text.Check(Body, BodyMost, ("Beschreibung", "description"), required: false) is { } body) yield return ("text", body);
    }

    public IdeaWords Clean() => this with
    {
        Title = People.Text.Clean(Title!).ReplaceLineEndings(" "),
        Summary = People.Text.Clean(Summary!).ReplaceLineEndings(" "),
        Body = People.Text.Clean(Body ?? ""),
        District = string.IsNullOrEmpty(District) ? null : District,
        Line = string.IsNullOrEmpty(Line) ? null : Line,
    };

    private static bool IsLine(string line)
    {
        var places = line.Split(' ');
        return line.Length <= LineMost * 20 && places.Length is >= 2 and <= LineMost && places.All(place => place.Split(',') is [var north, var east] && Degrees(north) is { } n && Degrees(east) is { } e && IsNear(n, e));
    }

    /// <summary>Degrees as people and programs write them, with a point or a comma; null where it is no number.</summary>
    internal static double? Degrees(string? text) => double.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    // A box around the city and its neighbours: 50.88029 N, 12.08187 E, some 15 km each way.
    private static bool IsNear(double north, double east) => north is > 50.74 and < 51.02 && east is > 11.86 and < 12.31;
}
