using Gera.Hub.Features.Ideas.Pages;
using Gera.Hub.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gera.Hub.Features.Ideas.Comments;

/// <summary>A comment that was refused, so that what was typed stays.</summary>
public sealed record CommentAttempt(Guid Comment, Guid? Answers, Mark Mark, string Words)
{
    public int? Paragraph { get; init; }
}

/// <summary>Plain forms of comments.</summary>
internal static class CommentForms
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/ideen/{number}/kommentieren", Write).RequireForm().ExcludeFromDescription();
        Form(app, "aendern", (comment, form) => new RewordComment(comment, MarkOf(form), form["worte"]));
        Form(app, "gefaellt", (comment, form) => new LikeComment(comment, form["zurueck"] != "ja"));
        Form(app, "zurueckziehen", (comment, _) => new WithdrawComment(comment));
        app.MapGet("/ideen/{number}/kommentieren", (string number) => Results.LocalRedirect(IdeaForms.Page(number))).ExcludeFromDescription();
        // Notices and forms lead here: the comment stands on whichever page it stands now.
        app.MapGet("/ideen/{number}/kommentar/{comment:guid}", async (string number, Guid comment, IdeaLook look, CommentList list, HttpContext http) =>
            await look.Id(number, http.RequestAborted) is { } idea && await list.PageOf(idea, comment, http.RequestAborted) is { } page
                ? Results.LocalRedirect($"{IdeaForms.Page(number)}{(page > 1 ? $"?seite={page}" : "")}#k-{comment}")
                : Results.LocalRedirect(IdeaForms.Page(number))).ExcludeFromDescription();
    }

    public static string Link(string number, Guid comment) => $"{IdeaForms.Page(number)}/kommentar/{comment}";

    private static async Task<IResult> Write(string number, HttpContext http, IdeaLook look, Door door)
    {
        if (await look.Id(number, http.RequestAborted) is not { } idea) return Refusals.NotFound.ToHttp();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Guid.TryParse(form["kommentar"], out var id)) return Refusals.Malformed.ToHttp();
        var made = new NewComment(id, idea, Guid.TryParse(form["antwort"], out var to) ? to : null, MarkOf(form), form["worte"]) { Paragraph = int.TryParse(form["absatz"], System.Globalization.CultureInfo.InvariantCulture, out var paragraph) ? paragraph : null };
        var answer = form["stadt"] == "ja"
            ? await door.Send<AddOfficialComment, Guid>(new AddOfficialComment(made), http.ToCaller(), http.RequestAborted)
            : await door.Send<AddComment, Guid>(new AddComment(made), http.ToCaller(), http.RequestAborted);
        return answer.Granted ? HttpAnswers.SeeOther(http, Link(number, answer.Value)) : Again(http, number, new CommentAttempt(id, made.Answers, made.Mark, form["worte"].ToString()) { Paragraph = made.Paragraph }, answer.Refusal!);
    }

    /// <summary>One form, one wish: back to the comment, or the idea's page with the sentence why not.</summary>
    private static void Form<TWish>(WebApplication app, string name, Func<Guid, IFormCollection, TWish> wish) where TWish : IWish<Done>
    {
        app.MapPost($"/ideen/{{number}}/kommentar/{{comment:guid}}/{name}", async (string number, Guid comment, HttpContext http, Door door) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            var answer = await door.Send<TWish, Done>(wish(comment, form), http.ToCaller(), http.RequestAborted);
            return answer.Granted ? HttpAnswers.SeeOther(http, Link(number, comment)) : Again(http, number, new CommentAttempt(comment, null, MarkOf(form), form["worte"].ToString()), answer.Refusal!);
        }).RequireForm().ExcludeFromDescription();
        app.MapGet($"/ideen/{{number}}/kommentar/{{comment:guid}}/{name}", (string number, Guid comment) => Results.LocalRedirect(Link(number, comment))).ExcludeFromDescription();
    }

    private static RazorComponentResult<App> Again(HttpContext http, string number, CommentAttempt attempt, Refusal refusal)
    {
        http.Items[typeof(CommentAttempt)] = attempt;
        return IdeaForms.Again(http, number, refusal);
    }

    private static Mark MarkOf(IFormCollection form) => form["zeichen"].ToString() switch { "pro" => Mark.Pro, "contra" => Mark.Contra, _ => Mark.Neutral };
}
