using Gera.Hub.Features.Calendar.Board;
using Gera.Hub.People;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace Gera.Hub.Features.Calendar.Feeds;

/// <summary>Where calendars are subscribed to. All answer with a mark, so that a program that asks each hour gets 304.</summary>
internal static class FeedPaths
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/kalender.ics", async (HttpContext http, FeedShelf shelf, IStringLocalizer<CalendarTexts> texts) =>
        {
            var query = EventQuery.Read(http.Request.Query);
            return Answer(http, await shelf.Of(query, texts["FeedName"], http.RequestAborted), "kalender.ics");
        }).ExcludeFromDescription();
        app.MapGet("/kalender/{slug}.ics", async (string slug, HttpContext http, EventLook look, FeedShelf shelf) =>
            await look.At(slug, Person.Nobody, http.RequestAborted) is { } view
                ? Answer(http, await shelf.Of([view.Event.Id], "one:" + view.Event.Id, view.Words.Title!, http.RequestAborted), view.Event.Slug + ".ics")
                : Refusals.NotFound.ToHttp()).ExcludeFromDescription();
        app.MapGet("/kalender/mein/{feed}.ics", async (string feed, HttpContext http, MyFeeds mine, FeedShelf shelf, IStringLocalizer<CalendarTexts> texts) =>
        {
            if (await mine.Events(feed, http.RequestAborted) is not { } events) return Refusals.NotFound.ToHttp();
            http.Response.Headers["X-Robots-Tag"] = "noindex";
            return Answer(http, await shelf.Of(events, "own:" + string.Join(',', events.Order()), texts["MyFeedName"], http.RequestAborted), "mein-kalender.ics", isPrivate: true);
        }).ExcludeFromDescription();
    }

    private static IResult Answer(HttpContext http, FeedShelf.Feed feed, string name, bool isPrivate = false)
    {
        http.Response.Headers.CacheControl = isPrivate ? "private, max-age=0, must-revalidate" : "public, max-age=0, must-revalidate";
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{name}\"";
        return Results.Bytes(feed.Bytes, "text/calendar; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{feed.Mark}\""));
    }
}
