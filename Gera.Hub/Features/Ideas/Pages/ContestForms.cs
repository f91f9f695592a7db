using System.Globalization;
using Gera.Hub.People;
using Gera.Hub.Shell;

namespace Gera.Hub.Features.Ideas.Pages;

/// <summary>Plain forms of editors that move the phases of a contest.</summary>
internal static class ContestForms
{
    public static void Map(WebApplication app)
    {
        Form<MovePhase>(app, "oeffnen", (contest, category, phase, _) => new MovePhase(contest, category, phase, true));
        Form<MovePhase>(app, "schliessen", (contest, category, phase, _) => new MovePhase(contest, category, phase, false));
        Form<PlanPhase>(app, "zeiten", (contest, category, phase, form) => new PlanPhase(contest, category, phase, Moment(form["von"]), Moment(form["bis"])));
    }

    /// <summary>As the clocks in Gera show it; null where nothing was typed.</summary>
    private static DateTimeOffset? Moment(string? typed) =>
        DateTime.TryParseExact(typed, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var there) ? Berlin.At(there) : null;

    private static void Form<TWish>(WebApplication app, string name, Func<Guid, string, Phase, IFormCollection, TWish> wish) where TWish : IWish<Done>
    {
        app.MapPost($"/ideen/wettbewerb/{{key}}/leitung/{name}", async (string key, HttpContext http, ContestList contests, Door door) =>
        {
            if (await contests.One(key, http.RequestAborted) is not { } contest) return Refusals.NotFound.ToHttp();
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (!Enum.TryParse<Phase>(form["phase"], out var phase)) return Refusals.Malformed.ToHttp();
            var answer = await door.Send<TWish, Done>(wish(contest.Id, form["kategorie"].ToString(), phase, form), http.ToCaller(), http.RequestAborted);
            return answer.Granted ? HttpAnswers.SeeOther(http, $"/ideen/wettbewerb/{key}/leitung?gespeichert=ja") : answer.Refusal!.ToHttp();
        }).RequireForm().ExcludeFromDescription();
    }
}
