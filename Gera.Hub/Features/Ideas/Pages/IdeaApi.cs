namespace Gera.Hub.Features.Ideas.Pages;

/// <summary>What pages with script ask for; open to everyone, and only about what everyone may see.</summary>
internal static class IdeaApi
{
    private const int MostIdeas = 50;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/zahlen", async (string? ideen, IdeaList list, SupportCount counts, HttpContext http) =>
        {
            var ids = (ideen ?? "").Split(',').Take(MostIdeas).Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty).Where(id => id != Guid.Empty).ToArray();
            var seen = (await list.Of(ids, http.RequestAborted)).Select(card => card.Id).ToArray();
            return Results.Ok(await counts.Of(seen, null, http.RequestAborted));
        }).WithSummary("How many people support each of these ideas (at most 50 ids, separated by commas).");
        api.MapGet("/orte", async (IdeaList list, TimeProvider clock, HttpContext http) =>
        {
            var (places, districts) = await list.Places(IdeaQuery.Read(http.Request.Query, Shell.Berlin.Day(clock.GetUtcNow())), http.RequestAborted);
            return Results.Json(new
            {
                Type = "FeatureCollection",
                Features = places.Select(p => new { Type = "Feature", Geometry = new { Type = "Point", Coordinates = new[] { p.East, p.North } }, Properties = new { p.Number, p.Title, p.Theme, Link = IdeaForms.Page(p.Number) } }),
                Districts = districts.Select(d => new { d.Name, d.Count }),
            }, System.Text.Json.JsonSerializerOptions.Web, "application/geo+json");
        }).WithSummary("Where the ideas of a list lie (GeoJSON, the newest 1,000 with a place), and how many of them each district has.");
        api.MapGet("/aehnlich", async (string? worte, Guid? ausser, IdeaList list, HttpContext http) =>
        {
            if (People.Text.Check(worte, 500, ("", "")) is not null || worte!.Trim().Length < 4) return Results.Ok(Array.Empty<object>());
            return Results.Ok((await list.Similar(worte, ausser, http.RequestAborted)).Select(card => new { card.Number, card.Title, card.Summary, card.Supports, Link = IdeaForms.Page(card.Number) }));
        }).WithSummary("At most five ideas that say something like these words, the most alike first.");
    }
}
