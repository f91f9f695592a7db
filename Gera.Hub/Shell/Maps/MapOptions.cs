using System.ComponentModel.DataAnnotations;

namespace Gera.Hub.Shell.Maps;

/// <summary>The section <c>Map</c> of the settings: where pictures of the map come from, if any.</summary>
public sealed class MapOptions
{
    public const string Section = "Map";

    /// <summary>Address of tiles with {z}, {x} and {y}; null: a plain drawing of the districts that comes with the hub.</summary>
    [RegularExpression(@"^https?://[^/\s]+/.*\{z\}.*$", ErrorMessage = "Map:Tiles must look like https://tiles.example.org/{z}/{x}/{y}.png.")]
    public string? Tiles { get; init; }

    /// <summary>Who made the tiles, plain words shown in the corner; their licence asks for it.</summary>
    public string? Attribution { get; init; }

    [Range(10, 22, ErrorMessage = "Map:MaxZoom lies between 10 and 22.")]
    public int MaxZoom { get; init; } = 19;

    /// <summary>Where the tiles come from, for the content security policy; null without tiles.</summary>
    public string? Origin => Tiles is null ? null : new Uri(Tiles.Replace("{s}", "a", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)).GetLeftPart(UriPartial.Authority);
}
