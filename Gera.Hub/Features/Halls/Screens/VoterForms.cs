using Gera.Hub.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gera.Hub.Features.Halls.Screens;

/// <summary>A form that was sent and refused: shown again with what it held. A choice never travels in an address, so the page is answered instead of redirected to.</summary>
/// <param name="Sentence">Why, for the voter.</param>
/// <param name="Key">The same when the form is sent again, so that it can only count once.</param>
/// <param name="Card">The card's code as typed.</param>
public sealed record Attempt(string Sentence, bool Busy = false, Guid Poll = default, Filled? Filled = null, string? Key = null, string? Card = null, string? Words = null, string? Name = null)
{
    public static Attempt? In(HttpContext http) => http.Items[typeof(Attempt)] as Attempt;
}

/// <summary>Plain forms of the voter's page: they work without script, and once only.</summary>
internal static class VoterForms
{
    /// <summary>What the page says after a vote, as the query <c>stimme</c> names it.</summary>
    public const string Counted = "gezaehlt", Changed = "geaendert", Unchanged = "gleich", Kept = "verwahrt";

    public static void Map(WebApplication app)
    {
        app.MapPost("/live/{code}/abstimmen", Vote).ExcludeFromDescription();
        app.MapPost("/live/{code}/karte", TakeCard).ExcludeFromDescription();
        // Whoever reloads the page a refused form was answered with.
        foreach (var form in new[] { "abstimmen", "karte" }) app.MapGet($"/live/{{code}}/{form}", (string code) => Results.LocalRedirect(Page(code))).ExcludeFromDescription();
        QuestionForms.Map(app);
        QuestionApi.Map(app.MapGroup("/api/live").WithTags("live").DisableAntiforgery());
    }

    public static string Page(string code) => "/live/" + Uri.EscapeDataString(code);

    /// <summary>The form as sent; null when it is none of ours.</summary>
    public static async Task<IFormCollection?> Read(HttpContext http)
    {
        if (!http.Request.HasFormContentType) return null;
        return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http) ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
    }

    /// <summary>Answers with the page at <paramref name="address"/> as if it had been asked for, telling of a refused attempt.</summary>
    public static IResult Again(HttpContext http, string address, Attempt attempt, int status)
    {
        http.Items[typeof(Attempt)] = attempt;
        http.Request.Path = address;
        http.SetEndpoint(null);
        if (status is StatusCodes.Status429TooManyRequests) http.Response.Headers.RetryAfter = Refusals.TooFast.RetryAfter!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new RazorComponentResult<App> { StatusCode = status };
    }

    private static async Task<IResult> Vote(string code, HttpContext http, LiveHalls halls, Polling polling)
    {
        if (await Read(http) is not { } form) return Again(http, Page(code), new Attempt(ScreenRefusals.FormTooOld.Sentence), 400);
        if (!Guid.TryParse(form["poll"], out var id) || await halls.ByCode(code) is not { } view || view.Find(id) is not { } poll) return Refusals.NotFound.ToHttp();

        var filled = Filled.Read(form, poll.Rules);
        string? key = form["key"];
        var entry = await polling.Enter(code, null, http);
        var answer = poll.Rules.Kind == PollKind.Ranking && filled.SharesPlaces
            ? VoteAnswer.No(ScreenRefusals.PlacesShared)
            : await polling.Vote(new VoteWish(id.ToString(), filled.ToChoices(poll.Rules.Kind), key), entry?.Seat, http.ToCaller(entry?.Seat));
        return answer.Status switch
        {
            VoteAnswer.Counted => Told(poll.Rules.Secret ? Kept : Counted),
            VoteAnswer.Changed => Told(Changed),
            VoteAnswer.Unchanged => Told(poll.Rules.Secret ? Kept : Unchanged),
            "busy" => Again(http, Page(code), new Attempt(answer.Message!, true, id, filled, key), 503),
            _ => Again(http, Page(code), new Attempt(answer.Message!, false, id, filled, key), 409),
        };

        IResult Told(string what) => HttpAnswers.SeeOther(http, $"{Page(view.Hall.Code)}?stimme={what}");
    }

    private static async Task<IResult> TakeCard(string code, HttpContext http, LiveHalls halls, Door door, Seats seats)
    {
        if (await Read(http) is not { } form) return Again(http, Page(code), new Attempt(ScreenRefusals.FormTooOld.Sentence), 400);
        if (await halls.ByCode(code) is not { Hall: var hall }) return Refusals.NotFound.ToHttp();
        string? card = form["karte"];
        var answer = await door.Send<TakeCardSeat, CardSeat>(new TakeCardSeat(code, card), http.ToCaller(), http.RequestAborted);
        if (!answer.Granted) return Again(http, Page(code), new Attempt(answer.Refusal!.Sentence, Card: card), answer.Refusal.Status);
        seats.Give(http, hall, seats.Read(answer.Value.Seat, hall.Id)!.Value);
        return HttpAnswers.SeeOther(http, Page(hall.Code));
    }
}
