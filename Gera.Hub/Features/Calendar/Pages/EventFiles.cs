using Gera.Hub.Features.Calendar.Board;
using Gera.Hub.Features.Calendar.Seats;
using Gera.Hub.People;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Gera.Hub.Storage.Files;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace Gera.Hub.Features.Calendar.Pages;

/// <summary>What belongs to events and is no page: pictures, places for the map, the list of those who come.</summary>
internal static class EventFiles
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/kalender/bilder/{id:guid}/{size:int}", Picture).ExcludeFromDescription();
        app.MapGet("/kalender/vorschau/{slug}.png", Preview).ExcludeFromDescription();
        app.MapGet("/kalender/{slug}/anmeldungen.csv", Seats).ExcludeFromDescription();
        app.MapGet("/api/kalender/orte", async (HttpContext http, EventList list, TimeProvider clock) => Results.Json(new
        {
            Type = "FeatureCollection",
            Features = (await list.Places(EventQuery.Read(http.Request.Query), clock.GetUtcNow(), http.RequestAborted)).Select(c => new { Type = "Feature", Geometry = new { Type = "Point", Coordinates = new[] { c.East, c.North } }, Properties = new { Number = EventTimes.Day(Berlin.Day(c.StartsAt)), c.Title, c.Theme, Link = EventRows.Address(c) } }),
        }, System.Text.Json.JsonSerializerOptions.Web, "application/geo+json")).WithTags("kalender").WithSummary("Where the next events of a list take place (GeoJSON, at most 500).");
    }

    private static async Task<IResult> Picture(Guid id, int size, HttpContext http, EventLook look, FileStore files, Register register)
    {
        var stop = http.RequestAborted;
        if (!PictureMill.Sizes.Contains(size) || await look.ByPicture(id, stop) is not { } about) return Refusals.NotFound.ToHttp();
        var everyone = await look.Public(about, stop) is not null;
        if (!everyone && await look.One(about, await register.Who(http.ToCaller(), stop), stop) is null) return Refusals.NotFound.ToHttp();
        if (await files.Open(EventPicture.KeyOf(id, size), stop) is not { } file) return Refusals.NotFound.ToHttp();
        http.Response.Headers.CacheControl = everyone ? "public, max-age=300" : "private, no-store";
        return Results.Stream(file, "image/webp", entityTag: new EntityTagHeaderValue($"\"{size}-{id:N}\""));
    }

    private static async Task<IResult> Preview(string slug, HttpContext http, EventLook look, SharePicture share, IStringLocalizer<CalendarTexts> texts)
    {
        if (await look.At(slug, Person.Nobody, http.RequestAborted) is not { } view) return Refusals.NotFound.ToHttp();
        http.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Bytes(share.Draw(texts["Theme_" + view.Event.Theme], view.Words.Title!, Berlin.Words(Berlin.At(view.Event.Schedule.Start))), "image/png");
    }

    /// <summary>For whoever may change the event; of anybody else it is not there.</summary>
    private static async Task<IResult> Seats(string slug, string? termin, HttpContext http, EventLook look, SeatBoard seats, Register register)
    {
        var stop = http.RequestAborted;
        if (await look.At(slug, await register.Who(http.ToCaller(), stop), stop) is not { MayChange: true } view || EventTimes.ReadKey(termin) is not { } original || await seats.Gate(view.Event.Id, stop) is not { } gate) return Refusals.NotFound.ToHttp();
        http.Response.Headers.CacheControl = "no-store";
        return Spreadsheet.File("anmeldungen.csv", ["name", "zustand", "angemeldet", "eingelassen", .. gate.Fields.Select(f => f.Label)], (await seats.Of(view.Event.Id, original, stop)).Select(seat =>
            new[] { seat.Name, seat.State.ToString().ToLowerInvariant(), EventTimes.Stamp(seat.At), seat.InAt is { } at ? EventTimes.Stamp(at) : "" }.Concat(gate.Fields.Select((_, n) => seat.Answers.ElementAtOrDefault(n) ?? ""))));
    }
}
