using Gera.Hub.Features.Groups.Meetings;
using Gera.Hub.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gera.Hub.Features.Groups.Pages;

/// <summary>A form that was refused, for the page that is shown again.</summary>
internal sealed record MeetingAttempt(string Sentence);

/// <summary>Plain forms of one button at a meeting, and its calendar file: what is refused is told on the meeting's page.</summary>
internal static class MeetingForms
{
    public static void Map(WebApplication app)
    {
        OfMeeting(app, "einladen", (id, _, http, door) => Ask(door, http, new InviteMembers(id)), "eingeladen");
        OfMeeting(app, "schieben", (id, form, http, door) => Ask(door, http, new ArrangeAgenda(id, Item(form), form["um"] == "1" ? 1 : -1)), "punkt");
        OfMeeting(app, "streichen", (id, form, http, door) => Ask(door, http, new DropAgendaItem(id, Item(form))), "punkt");
        OfMeeting(app, "veroeffentlichen", (id, _, http, door) => Ask(door, http, new PublishMinutes(id)), "veroeffentlicht");
        OfMeeting(app, "absagen", async (id, form, http, door) => await Ask(door, http, new CancelMeeting(id, form["grund"])) ?? await Calendar(id, http), "abgesagt");
        OfMeeting(app, "abstimmen", async (id, form, http, _) =>
            (await http.RequestServices.GetRequiredService<VoteStart>().Begin(id, Item(form), http.ToCaller(), http.RequestAborted)).Refusal, "abstimmung");
        app.MapGet("/gruppen/{key}/treffen/{id:guid}/termin.ics", async (string key, Guid id, HttpContext http, MeetingBoard board, MeetingFile file, Register register) =>
        {
            if (await board.One(key, id, await register.Who(http.ToCaller(), http.RequestAborted), http.RequestAborted) is not { } view) return Refusals.NotFound.ToHttp();
            http.Response.Headers.CacheControl = view.Meeting.IsPublic ? "public, max-age=300" : "private, no-store";
            return Results.Text(file.Of(view.Meeting), "text/calendar; charset=utf-8");
        }).ExcludeFromDescription();
    }

    private static Guid Item(IFormCollection form) => Guid.TryParse(form["punkt"], out var item) ? item : Guid.Empty;

    private static async Task<Refusal?> Ask<TWish>(Door door, HttpContext http, TWish wish) where TWish : IWish<Done> => (await door.Send<TWish, Done>(wish, http.ToCaller(), http.RequestAborted)).Refusal;

    private static Task<Refusal?> Calendar(Guid id, HttpContext http) => http.RequestServices.GetRequiredService<MeetingDates>().Sync(id, http.ToCaller(), http.RequestAborted);

    private static void OfMeeting(WebApplication app, string name, Func<Guid, IFormCollection, HttpContext, Door, Task<Refusal?>> act, string told)
    {
        app.MapPost($"/gruppen/{{key}}/treffen/{{id:guid}}/{name}", async (string key, Guid id, HttpContext http, MeetingBoard board, Register register, Door door) =>
        {
            if (await board.One(key, id, await register.Who(http.ToCaller(), http.RequestAborted), http.RequestAborted) is null) return Refusals.NotFound.ToHttp();
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return await act(id, form, http, door) is { } refusal ? Again(http, MeetingBoard.Path(key, id), refusal) : HttpAnswers.SeeOther(http, $"{MeetingBoard.Path(key, id)}?gemeldet={told}");
        }).RequireForm().ExcludeFromDescription();
        app.MapGet($"/gruppen/{{key}}/treffen/{{id:guid}}/{name}", (string key, Guid id) => Results.LocalRedirect(MeetingBoard.Path(Uri.EscapeDataString(key), id))).ExcludeFromDescription();
    }

    private static RazorComponentResult<App> Again(HttpContext http, string page, Refusal refusal)
    {
        http.Items[typeof(MeetingAttempt)] = new MeetingAttempt(refusal.Sentence);
        http.Request.Path = page;
        http.SetEndpoint(null);
        return new RazorComponentResult<App> { StatusCode = refusal.Status };
    }
}
