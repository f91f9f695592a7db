using System.Globalization;
using Gera.Hub.Features.Ideas.Pages;
using Gera.Hub.People;
using Gera.Hub.Shell;
using Gera.Hub.Storage;

namespace Gera.Hub.Features.Ideas.Reviews;

/// <summary>What reviewing needs; called from the room's door.</summary>
internal static class ReviewParts
{
    private const string Sql = """
        create table if not exists ideas.reviews (
            idea uuid not null, person uuid not null, criterion text not null, points integer not null check (points >= 0), at timestamptz not null, primary key (idea, person, criterion));
        create table if not exists ideas.review_notes (idea uuid not null, person uuid not null, note text not null, primary key (idea, person));
        """;

    public static void AddReviews(this IServiceCollection services)
    {
        services.AddSingleton<ReviewBoard>();
        services.AddSingleton(new Migration(async (provider, stop) =>
        {
            await using var command = provider.GetRequiredService<HubDatabase>().Source.CreateCommand(Sql);
            await command.ExecuteNonQueryAsync(stop);
        }));
    }

    public static void MapReviews(this WebApplication app)
    {
        app.MapGet("/ideen/wettbewerb/{key}/bewertung.csv", Csv).ExcludeFromDescription();
        app.MapPost("/ideen/bewertung/{key}/{number}", Review).RequireForm().ExcludeFromDescription();
        app.MapGet("/ideen/bewertung/{key}/{number}", (string key, string number) => Results.LocalRedirect($"/ideen/bewertung/{Uri.EscapeDataString(key)}")).ExcludeFromDescription();
    }

    private static async Task<IResult> Review(string key, string number, HttpContext http, IdeaLook look, Door door)
    {
        if (await look.Id(number, http.RequestAborted) is not { } idea) return Refusals.NotFound.ToHttp();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var points = form.Where(f => f.Key.StartsWith("punkte.", StringComparison.Ordinal) && int.TryParse(f.Value, CultureInfo.InvariantCulture, out _))
            .ToDictionary(f => f.Key["punkte.".Length..], f => int.Parse(f.Value.ToString(), CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var answer = await door.Send<ReviewIdea, Done>(new ReviewIdea(idea, points, form["notiz"]), http.ToCaller(), http.RequestAborted);
        var page = $"/ideen/bewertung/{Uri.EscapeDataString(key)}?seite={(int.TryParse(form["seite"], CultureInfo.InvariantCulture, out var at) ? at : 1)}";
        return answer.Granted ? HttpAnswers.SeeOther(http, $"{page}&bewertet={Uri.EscapeDataString(number)}#i-{number}") : answer.Refusal!.ToHttp();
    }

    private static async Task<IResult> Csv(string key, HttpContext http, ContestList contests, ReviewBoard board, Register register)
    {
        var person = await register.Who(http.ToCaller(), http.RequestAborted);
        if (Permission.Edit.Check(person, null, Scope.None) is not null || await contests.One(key, http.RequestAborted) is not { } contest) return Refusals.NotFound.ToHttp();
        http.Response.Headers.CacheControl = "no-store";
        return Spreadsheet.File($"bewertung-{contest.Key}.csv", ["nummer", "titel", "kategorie", "bewertungen", "summe", .. contest.Criteria.Select(c => c.Title), "notizen"], (await board.Table(contest.Id, http.RequestAborted)).Select(idea =>
            new[] { idea.Number, idea.Title, idea.Category, idea.Reviews.ToString(CultureInfo.InvariantCulture), idea.Total.ToString("0.00", CultureInfo.InvariantCulture) }
                .Concat(contest.Criteria.Select(c => idea.Averages.TryGetValue(c.Key, out var average) ? average.ToString("0.00", CultureInfo.InvariantCulture) : "")).Append(string.Join(" | ", idea.Notes))));
    }
}
