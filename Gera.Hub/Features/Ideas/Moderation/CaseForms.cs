using Gera.Hub.Features.Ideas.Pages;
using Gera.Hub.People;

namespace Gera.Hub.Features.Ideas.Moderation;

/// <summary>A decision that was refused, so that what was typed stays.</summary>
internal sealed record CaseAttempt(Guid Case, string Reason, string Words);

/// <summary>Plain forms of moderators.</summary>
internal static class CaseForms
{
    public static void Map(WebApplication app)
    {
        Form(app, "entscheiden", (id, form) => new DecideCase(id, form["tun"] == "ausblenden", ReasonChoice.Read(form["grund"]), form["worte"]));
        Form(app, "widerspruch", (id, form) => new DecideAppeal(id, form["tun"] == "zeigen", form["worte"]));
    }

    private static void Form<TWish>(WebApplication app, string name, Func<Guid, IFormCollection, TWish> wish) where TWish : IWish<Done>
    {
        app.MapPost($"/ideen/moderation/{{about:guid}}/{name}", async (Guid about, HttpContext http, Door door) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            // Neither button was pressed, or one that does not exist.
            if (form["tun"].ToString() is not ("ausblenden" or "behalten" or "zeigen" or "bleibt")) return Refusals.Malformed.ToHttp();
            var answer = await door.Send<TWish, Done>(wish(about, form), http.ToCaller(), http.RequestAborted);
            if (answer.Granted) return HttpAnswers.SeeOther(http, "/ideen/moderation?entschieden=ja");
            http.Items[typeof(CaseAttempt)] = new CaseAttempt(about, form["grund"].ToString(), form["worte"].ToString());
            return IdeaForms.Again(http, "moderation", answer.Refusal!);
        }).RequireForm().ExcludeFromDescription();
        app.MapGet($"/ideen/moderation/{{about:guid}}/{name}", () => Results.LocalRedirect("/ideen/moderation")).ExcludeFromDescription();
    }
}
