using Gera.Hub.Features.Calendar.Board;
using Gera.Hub.Features.Calendar.Feeds;
using Gera.Hub.Features.Calendar.Import;
using Gera.Hub.Features.Calendar.Seats;
using Gera.Hub.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gera.Hub.Features.Calendar.Pages;

/// <summary>A form that was refused, for the page that is shown again.</summary>
internal sealed record EventAttempt(string Sentence);

/// <summary>Plain forms of one button: what is refused is told on the page they stand on.</summary>
internal static class EventForms
{
    public static void Map(WebApplication app)
    {
        OfEvent(app, "einreichen", async (view, form, http, door) => (await door.Send<HandInEvent, EventTaken>(new HandInEvent(view.Event.Id, form["worte"]), http.ToCaller(), http.RequestAborted)).Refusal, "eingereicht");
        OfEvent(app, "pruefen", (view, form, http, door) => Ask(door, http, new ReviewEvent(view.Event.Id, int.TryParse(form["fassung"], System.Globalization.CultureInfo.InvariantCulture, out var edition) ? edition : 0, form["entscheidung"] == "ja", form["worte"])), "entschieden");
        OfEvent(app, "absagen", (view, form, http, door) => Ask(door, http, new CancelEvent(view.Event.Id, form["grund"])), "abgesagt");
        OfEvent(app, "termin", (view, form, http, door) => EventTimes.ReadKey(form["termin"]) is { } original ? Ask(door, http, Date(view, original, form)) : Task.FromResult<Refusal?>(CalendarRefusals.DateUnknown), "termin");
        OfEvent(app, "verwerfen", (view, _, http, door) => Ask(door, http, new DropEvent(view.Event.Id)), "verworfen", "/kalender/meine");
        OfEvent(app, "einlassen", (view, form, http, door) => Guid.TryParse(form["platz"], out var seat) ? Ask(door, http, new CheckIn(view.Event.Id, seat)) : Task.FromResult<Refusal?>(Refusals.Malformed), "eingelassen", "/anmeldungen");
        app.MapPost("/kalender/meine/adresse", async (HttpContext http, Door door) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return (await door.Send<SetMyFeed, Done>(new SetMyFeed(form["an"] == "ja"), http.ToCaller(), http.RequestAborted)).ToHttp(_ => HttpAnswers.SeeOther(http, "/kalender/meine#adresse"));
        }).RequireForm().ExcludeFromDescription();
        app.MapPost("/kalender/leitung/quelle/{feed:guid}", async (Guid feed, HttpContext http, Door door) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            var refusal = form["weg"] == "ja" ? await Ask(door, http, new DropFeed(feed)) : (await door.Send<TakeFeed, FeedResult>(new TakeFeed(feed), http.ToCaller(), http.RequestAborted)).Refusal;
            return refusal?.ToHttp() ?? HttpAnswers.SeeOther(http, "/kalender/leitung?gespeichert=ja#quellen");
        }).RequireForm().ExcludeFromDescription();
    }

    public static string Page(string slug) => "/kalender/" + Uri.EscapeDataString(slug);

    private static ChangeDate Date(EventView view, DateTime original, IFormCollection form)
    {
        DateFate? fate = form["was"].ToString() switch { "absagen" => DateFate.Cancelled, "verschieben" => DateFate.Moved, _ => null };
        var typed = new EventTyped { Day = form["tag"], Time = form["von"], EndTime = form["bis"], AllDay = view.Event.Schedule.AllDay };
        return new ChangeDate(view.Event.Id, original, fate, fate == DateFate.Moved ? typed.Schedule?.Start : null, fate == DateFate.Moved ? typed.Schedule?.End : null, form["grund"]);
    }

    private static async Task<Refusal?> Ask<TWish>(Door door, HttpContext http, TWish wish) where TWish : IWish<Done> => (await door.Send<TWish, Done>(wish, http.ToCaller(), http.RequestAborted)).Refusal;

    /// <param name="next">Where it leads: below the event's page, or a page of its own.</param>
    private static void OfEvent(WebApplication app, string name, Func<EventView, IFormCollection, HttpContext, Door, Task<Refusal?>> act, string told, string? next = null)
    {
        app.MapPost($"/kalender/{{slug}}/{name}", async (string slug, HttpContext http, EventLook look, Register register, Door door) =>
        {
            if (await look.At(slug, await register.Who(http.ToCaller(), http.RequestAborted), http.RequestAborted) is not { } view) return Refusals.NotFound.ToHttp();
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (await act(view, form, http, door) is { } refusal) return Again(http, view.Event.Slug, refusal);
            var back = next switch
            {
                null => $"{Page(slug)}?gemeldet={told}",
                "/anmeldungen" => $"{Page(slug)}/anmeldungen?termin={Uri.EscapeDataString(form["termin"].ToString())}&gemeldet={told}",
                _ => next,
            };
            return HttpAnswers.SeeOther(http, back);
        }).RequireForm().ExcludeFromDescription();
        app.MapGet($"/kalender/{{slug}}/{name}", (string slug) => Results.LocalRedirect(Page(slug))).ExcludeFromDescription();
    }

    private static RazorComponentResult<App> Again(HttpContext http, string slug, Refusal refusal)
    {
        http.Items[typeof(EventAttempt)] = new EventAttempt(refusal.Sentence);
        http.Request.Path = Page(slug);
        http.SetEndpoint(null);
        return new RazorComponentResult<App> { StatusCode = refusal.Status };
    }
}
