using Microsoft.Extensions.Options;

namespace Gera.Hub.Shell.Maps;

/// <summary>What maps need; called from the room's door.</summary>
internal static class MapParts
{
    public static void AddMaps(this IServiceCollection services) =>
        services.AddOptions<MapOptions>().BindConfiguration(MapOptions.Section, o => o.ErrorOnUnknownConfiguration = true).ValidateDataAnnotations().ValidateOnStart();

    /// <summary>What every map stands on: the same for everyone, so browsers keep it for an hour.</summary>
    public static void MapMaps(this WebApplication app) => app.MapGet("/karte/grund.json", (HttpContext http, IOptions<MapOptions> options) =>
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Ok(new
        {
            options.Value.Tiles,
            options.Value.Attribution,
            options.Value.MaxZoom,
            Districts = MapGround.Districts.Select(d => new { Name = d.Key, d.Value.North, d.Value.East }),
            River = MapGround.River.Select(point => new[] { point.North, point.East }),
        });
    }).ExcludeFromDescription();
}
