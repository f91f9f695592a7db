using System.Globalization;
using Gera.Hub.Shell;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Ideas.Files;

/// <summary>Ideas for programs: a feed of the newest, and all of a list as CSV or JSON. Only what everyone may see, and nothing of people.</summary>
internal static class IdeaFiles
{
    private const int FeedSize = 30;

    /// <summary>Ideas at most in one file; more come with <c>seite</c>.</summary>
    private const int PagesPerFile = 50;

    public static void Map(WebApplication app)
    {
        Feeds.Map(app, "/ideen", Feed);
        app.MapGet("/ideen/{number}/vorschau.png", async (string number, HttpContext http, IdeaLook look, SharePicture share, IStringLocalizer<IdeaTexts> T) =>
        {
            // For everybody or for nobody: whoever shares a link has other readers.
            if (await look.At(number, People.Person.Nobody, null, http.RequestAborted) is not { IsPublic: true, IsVeiled: false } view) return People.HttpAnswers.ToHttp(People.Refusals.NotFound);
            http.Response.Headers.CacheControl = "public, max-age=300";
            return Results.Bytes(share.Draw(T["Theme_" + view.Idea.Theme], view.Text.Title, view.Idea.Number), "image/png");
        }).ExcludeFromDescription();
        ContestFiles.Map(app);
        app.MapGet("/ideen.csv", Csv).ExcludeFromDescription();
        app.MapGet("/ideen.json", async (HttpContext http, IdeaList list, TimeProvider clock) => Results.Json(await All(http, list, clock))).ExcludeFromDescription();
    }

    private static async Task<(string, string, string, IReadOnlyList<FeedEntry>)> Feed(HttpContext http)
    {
        var (list, clock, texts) = (http.RequestServices.GetRequiredService<IdeaList>(), http.RequestServices.GetRequiredService<TimeProvider>(), http.RequestServices.GetRequiredService<IStringLocalizer<IdeaTexts>>());
        var query = IdeaQuery.Read(http.Request.Query, Berlin.Day(clock.GetUtcNow())) with { Order = IdeaOrder.Newest, Page = 1 };
        var cards = (await list.Of(query, http.RequestAborted)).Cards.Take(FeedSize);
        return (texts["IdeasTitle"], texts["IdeasLead"], query.Address(), [.. cards.Select(c => new FeedEntry(c.Id, c.Title, c.Summary, $"/ideen/{c.Number}", c.At, c.At))]);
    }

    private static async Task<IResult> Csv(HttpContext http, IdeaList list, TimeProvider clock) =>
        Spreadsheet.File("ideen.csv", ["nummer", "titel", "kurzfassung", "thema", "stadtteil", "kategorie", "eingereicht", "unterstuetzungen", "status"], (await All(http, list, clock)).Select(card => new[]
        {
            card.Number, card.Title, card.Summary, card.Theme, card.District ?? "", card.Category, card.At.ToString("O", CultureInfo.InvariantCulture), card.Supports.ToString(CultureInfo.InvariantCulture), card.Status ?? "",
        }));

    private static async Task<List<IdeaCard>> All(HttpContext http, IdeaList list, TimeProvider clock)
    {
        var query = IdeaQuery.Read(http.Request.Query, Berlin.Day(clock.GetUtcNow())) with { Order = IdeaOrder.Newest };
        var cards = new List<IdeaCard>();
        for (var page = 0; page < PagesPerFile; page++)
        {
            var (more, _) = await list.Of(query with { Page = (query.Page - 1) * PagesPerFile + page + 1 }, http.RequestAborted);
            cards.AddRange(more);
            if (more.Count < IdeaQuery.PageSize) break;
        }
        return cards;
    }
}
