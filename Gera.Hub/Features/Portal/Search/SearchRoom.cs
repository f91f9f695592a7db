using Gera.Hub.People;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Marten;

namespace Gera.Hub.Features.Portal.Search;

/// <summary>The search over all public rooms; called from the portal's door.</summary>
internal static class SearchRoom
{
    public static void AddSearch(this IServiceCollection services)
    {
        services.AddSingleton(new Migration(async (provider, stop) =>
        {
            await using var command = provider.GetRequiredService<HubDatabase>().Source.CreateCommand(SearchIndex.Sql);
            await command.ExecuteNonQueryAsync(stop);
        }));
        services.AddSingleton<SearchIndex>().AddSingleton<SearchBoard>().AddSingleton<IDocumentSessionListener, SearchTouched>();
        services.AddSingleton<SearchClerk>().AddHostedService(provider => provider.GetRequiredService<SearchClerk>());
        services.AddSingleton(new FooterEntry("/suche", "NavSearch", typeof(PortalTexts), 5));
    }

    public static void MapSearch(this WebApplication app)
    {
        // For the box: titles and where they lead, nothing that the page of results would not show.
        app.MapGet("/api/suche", async (string? q, HttpContext http, SearchBoard board) =>
        {
            var words = q is { Length: > 1 and <= 100 } && Text.Check(q, 100, ("", "")) is null ? Text.Clean(q) : null;
            var hits = words is null ? [] : await board.Suggest(words, http.RequestAborted);
            http.Response.Headers.CacheControl = "no-store";
            return Results.Json(hits.Select(h => new { h.Kind, h.Title, h.Address }));
        }).WithTags("suche");
        app.MapGet("/sitemap.xml", SiteMap.Write).ExcludeFromDescription();
    }
}
