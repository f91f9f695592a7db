using System.Globalization;
using Gera.Hub.Features.Ideas.Coauthors;
using Gera.Hub.Features.Ideas.Groups;
using Gera.Hub.People;

namespace Gera.Hub.Features.Ideas.Pages;

/// <summary>Plain forms of moderators, offices, and supporters of merged ideas.</summary>
internal static class StaffForms
{
    public static void Map(WebApplication app)
    {
        Form(app, "freigeben", "freigegeben", (idea, _) => new ReleaseIdea(idea));
        Form(app, "zusammenfassen", "zusammengefasst", (idea, form) => new MergeIdea(idea, form["mit"], form["warum"]));
        Form(app, "trennen", "getrennt", (idea, _) => new UngroupIdea(idea));
        Form(app, "mitautor", "mitautor", (idea, form) => new AnswerInvitation(idea, form["annehmen"] == "ja"));
        Form(app, "mitautor-einladen", "eingeladen", (idea, form) => new InviteCoauthor(idea, form["adresse"]));
        Form(app, "mitautor-entfernen", "mitautor", (idea, form) => new DropCoauthor(idea, Guid.TryParse(form["person"], out var person) ? person : Guid.Empty));
        Form(app, "uebernehmen", "uebernommen", (idea, form) => new CarryIdea(idea, Part(form["wohin"], 0), Part(form["wohin"], 1)));
        Form(app, "gruppe", "gruppe", (idea, form) => new PartFromGroup(idea, form["raus"] == "ja"));
        Form(app, "antwort", "antwort", (idea, form) => new PrepareAnswer(idea, Answer(form)));
        Form(app, "antwort-veroeffentlichen", "veroeffentlicht", (idea, _) => new PublishAnswers([idea]));
    }

    private static string? Part(string? place, int n) => place?.Split('/', 2).ElementAtOrDefault(n);

    private static IdeaAnswer Answer(IFormCollection form) => new(form["stand"].ToString(), form["begruendung"].ToString(), form["stelle"].ToString(), form["kosten"].ToString(), form["schritt"].ToString(),
        DateOnly.TryParseExact(form["bis"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? due : null);

    /// <summary>One form, one wish: back to the idea, or the idea's page with the sentence why not.</summary>
    private static void Form<TWish>(WebApplication app, string name, string told, Func<Guid, IFormCollection, TWish> wish) where TWish : IWish<Done>
    {
        app.MapPost($"/ideen/{{number}}/{name}", async (string number, HttpContext http, IdeaLook look, Door door) =>
        {
            if (await look.Id(number, http.RequestAborted) is not { } idea) return Refusals.NotFound.ToHttp();
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            var answer = await door.Send<TWish, Done>(wish(idea, form), http.ToCaller(), http.RequestAborted);
            return answer.Granted ? HttpAnswers.SeeOther(http, $"{IdeaForms.Page(number)}?gemeldet={told}") : IdeaForms.Again(http, number, answer.Refusal!);
        }).RequireForm().ExcludeFromDescription();
        app.MapGet($"/ideen/{{number}}/{name}", (string number) => Results.LocalRedirect(IdeaForms.Page(number))).ExcludeFromDescription();
    }
}
