using Gera.Hub.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gera.Hub.Features.Ideas.Pages;

/// <summary>A form that was refused, for the page that is shown again.</summary>
internal sealed record IdeaAttempt(string Sentence);

/// <summary>Plain forms on an idea's page.</summary>
internal static class IdeaForms
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/ideen/{number}/unterstuetzen", Support).RequireForm().ExcludeFromDescription();
        app.MapPost("/ideen/{number}/zurueckziehen", Withdraw).RequireForm().ExcludeFromDescription();
        StaffForms.Map(app);
        app.MapPost("/ideen/entwurf", Keep).RequireForm().ExcludeFromDescription();
        app.MapPost("/ideen/entwurf/{draft:guid}/loeschen", Drop).RequireForm().ExcludeFromDescription();
        foreach (var form in new[] { "unterstuetzen", "zurueckziehen" }) app.MapGet($"/ideen/{{number}}/{form}", (string number) => Results.LocalRedirect(Page(number))).ExcludeFromDescription();
    }

    public static string Page(string number) => "/ideen/" + Uri.EscapeDataString(number);

    private static async Task<IResult> Support(string number, HttpContext http, IdeaLook look, Register register, Door door)
    {
        var caller = http.ToCaller();
        if (await look.At(number, await register.Who(caller, http.RequestAborted), null, http.RequestAborted) is not { Idea: var idea }) return Refusals.NotFound.ToHttp();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var answer = form["zurueck"] == "ja"
            ? await door.Send<WithdrawSupport, Done>(new WithdrawSupport(idea.Id), caller, http.RequestAborted)
            : await door.Send<SupportIdea, Done>(new SupportIdea(idea.Id), caller, http.RequestAborted);
        return answer.Granted ? HttpAnswers.SeeOther(http, $"{Page(idea.Number)}#stimmen") : Again(http, idea.Number, answer.Refusal!);
    }

    private static async Task<IResult> Withdraw(string number, HttpContext http, IdeaLook look, Register register, Door door)
    {
        var caller = http.ToCaller();
        if (await look.At(number, await register.Who(caller, http.RequestAborted), null, http.RequestAborted) is not { Idea: var idea }) return Refusals.NotFound.ToHttp();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var answer = await door.Send<WithdrawIdea, Done>(new WithdrawIdea(idea.Id, form["grund"]), caller, http.RequestAborted);
        return answer.Granted ? HttpAnswers.SeeOther(http, $"{Page(idea.Number)}?gemeldet=zurueckgezogen") : Again(http, idea.Number, answer.Refusal!);
    }

    /// <summary>What the script of the form sends while somebody writes.</summary>
    private static async Task<IResult> Keep(HttpContext http, Door door)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Guid.TryParse(form["Form.Draft"], out var draft)) return Refusals.Malformed.ToHttp();
        var typed = new Typed
        {
            Draft = draft,
            Title = form["Form.Title"],
            Summary = form["Form.Summary"],
            Body = form["Form.Body"],
            Theme = form["Form.Theme"],
            District = form["Form.District"],
            Place = form["Form.Place"],
            Latitude = form["Form.Latitude"],
            Longitude = form["Form.Longitude"],
            Line = form["Form.Line"],
            Shown = Enum.TryParse<AuthorShown>(form["Form.Shown"], out var shown) ? shown : AuthorShown.Name,
            Pseudonym = form["Form.Pseudonym"],
        };
        var answer = await door.Send<SaveDraft, IdeaDraft>(typed.ToDraft(), http.ToCaller(), http.RequestAborted);
        return answer.ToHttp(_ => Results.NoContent());
    }

    private static async Task<IResult> Drop(Guid draft, HttpContext http, Door door) =>
        (await door.Send<DropDraft, Done>(new DropDraft(draft), http.ToCaller(), http.RequestAborted)).ToHttp(_ => HttpAnswers.SeeOther(http, "/ideen/neu"));

    /// <summary>The idea's page once more, with the sentence why not.</summary>
    public static RazorComponentResult<App> Again(HttpContext http, string number, Refusal refusal)
    {
        http.Items[typeof(IdeaAttempt)] = new IdeaAttempt(refusal.Sentence);
        http.Request.Path = Page(number);
        http.SetEndpoint(null);
        if (refusal.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new RazorComponentResult<App> { StatusCode = refusal.Status };
    }
}
