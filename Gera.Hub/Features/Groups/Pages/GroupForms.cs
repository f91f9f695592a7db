using Gera.Hub.Features.Groups.Documents;
using Gera.Hub.Features.Groups.Members;
using Gera.Hub.Features.Groups.Tasks;
using Gera.Hub.People;

namespace Gera.Hub.Features.Groups.Pages;

/// <summary>Plain forms of one button at a group, and its documents.</summary>
internal static class GroupForms
{
    public static void Map(WebApplication app)
    {
        OfGroup(app, "leitung/anfrage", (key, form) => new AnswerRequest(key, Id(form, "person"), form["antwort"] == "ja"), "/leitung?gemeldet=anfrage");
        OfGroup(app, "leitung/aufnahme", (key, form) => new SetGroupRules(key, form["geschlossen"] == "ja"), "/leitung?gemeldet=aufnahme");
        OfGroup(app, "leitung/dokument-weg", (_, form) => new DropDocument(Id(form, "dokument")), "/leitung?gemeldet=dokumentweg");
        OfGroup(app, "leitung/aufgabe-weg", (_, form) => new DropTask(Id(form, "aufgabe")), "/leitung?gemeldet=aufgabeweg");
        OfGroup(app, "aufgaben", (_, form) => new SetTaskDone(Id(form, "aufgabe"), form["erledigt"] == "ja"), "#aufgaben");
        app.MapGet("/gruppen/{key}/dokumente/{id:guid}", async (string key, Guid id, HttpContext http, DocumentShelf shelf, Register register) =>
        {
            if (await shelf.Open(key, id, await register.Who(http.ToCaller(), http.RequestAborted), http.RequestAborted) is not { } found) return Refusals.NotFound.ToHttp();
            // What is public today may be gone tomorrow: browsers ask again soon.
            http.Response.Headers.CacheControl = found.Document.IsPublic ? "public, max-age=300" : "private, no-store";
            return Results.Stream(found.File, "application/pdf", fileDownloadName: $"{id:N}.pdf");
        }).ExcludeFromDescription();
    }

    private static Guid Id(IFormCollection form, string field) => Guid.TryParse(form[field], out var id) ? id : Guid.Empty;

    private static void OfGroup<TWish>(WebApplication app, string name, Func<string, IFormCollection, TWish> wish, string next) where TWish : IWish<Done>
    {
        app.MapPost($"/gruppen/{{key}}/{name}", async (string key, HttpContext http, Door door) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return (await door.Send<TWish, Done>(wish(key, form), http.ToCaller(), http.RequestAborted)).ToHttp(_ => HttpAnswers.SeeOther(http, $"/gruppen/{Uri.EscapeDataString(key)}{next}"));
        }).RequireForm().ExcludeFromDescription();
    }
}
