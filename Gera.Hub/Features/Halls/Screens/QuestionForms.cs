using System.Globalization;
using Gera.Hub.People;

namespace Gera.Hub.Features.Halls.Screens;

/// <summary>Questions from the floor as plain forms.</summary>
internal static class QuestionForms
{
    /// <summary>What the page says afterwards, as the query <c>gefragt</c> names it.</summary>
    public const string Shown = "da", Waiting = "wartet";

    public static void Map(WebApplication app)
    {
        // Before the page of the same address, which would take a POST for one of its own forms.
        app.MapPost("/live/{code}/fragen", Ask).WithOrder(-1).ExcludeFromDescription();
        app.MapPost("/live/{code}/fragen/{question:guid}", Upvote).ExcludeFromDescription();
    }

    public static string Page(string code) => VoterForms.Page(code) + "/fragen";

    private static async Task<IResult> Ask(string code, HttpContext http, LiveHalls halls, Polling polling, Door door)
    {
        if (await VoterForms.Read(http) is not { } form) return VoterForms.Again(http, Page(code), new Attempt(ScreenRefusals.FormTooOld.Sentence), 400);
        if (await halls.ByCode(code) is not { Hall: var hall }) return Refusals.NotFound.ToHttp();
        string? words = form["frage"], name = form["name"];
        var entry = await polling.Enter(code, null, http);
        var answer = await door.Send<AskQuestion, QuestionTaken>(new AskQuestion(hall.Id, words, name), http.ToCaller(entry?.Seat), http.RequestAborted);
        return answer.Granted
            ? HttpAnswers.SeeOther(http, $"{Page(hall.Code)}?sortierung=neu&gefragt={(answer.Value.State == QuestionState.Waiting ? Waiting : Shown)}")
            : VoterForms.Again(http, Page(code), new Attempt(answer.Refusal!.Sentence, Words: words, Name: name), answer.Refusal.Status);
    }

    private static async Task<IResult> Upvote(string code, Guid question, HttpContext http, LiveHalls halls, Polling polling, Door door)
    {
        if (await VoterForms.Read(http) is not { } form) return VoterForms.Again(http, Page(code), new Attempt(ScreenRefusals.FormTooOld.Sentence), 400);
        if (await halls.ByCode(code) is not { Hall: var hall }) return Refusals.NotFound.ToHttp();
        var entry = await polling.Enter(code, null, http);
        var answer = await door.Send<UpvoteQuestion, Done>(new UpvoteQuestion(question), http.ToCaller(entry?.Seat), http.RequestAborted);
        // Back to where the list was, at the question just supported.
        var (sort, page) = (form["sortierung"] == "neu" ? "neu" : "beliebt", int.TryParse(form["seite"], CultureInfo.InvariantCulture, out var n) ? Math.Max(1, n) : 1);
        return answer.Granted
            ? HttpAnswers.SeeOther(http, $"{Page(hall.Code)}?sortierung={sort}&seite={page}#frage-{question}")
            : VoterForms.Again(http, Page(code), new Attempt(answer.Refusal!.Sentence), answer.Refusal.Status);
    }
}
