using System.Globalization;
using Gera.Hub.People;
using Gera.Hub.Shell;

namespace Gera.Hub.Features.Ideas.Files;

/// <summary>A contest as a file: for everyone without people, for editors with them.</summary>
internal static class ContestFiles
{
    private static readonly string[] Heads =
    [
        "nummer", "titel", "kurzfassung", "kategorie", "thema", "stadtteil", "kanal", "monat", "unterstuetzungen", "punkte", "platz_oeffentlichkeit", "platz_ausschuss", "platz_rat", "preis", "preis_euro", "status", "zusammengefasst_in",
    ];

    public static void Map(WebApplication app)
    {
        app.MapGet("/ideen/wettbewerb/{key}.csv", async (string key, HttpContext http, ContestList contests, ContestRows rows) =>
            await contests.One(key, http.RequestAborted) is { } contest
                ? Spreadsheet.File($"ideen-{contest.Key}.csv", Heads, (await rows.Of(contest, all: false, http.RequestAborted)).Select(Cells))
                : Refusals.NotFound.ToHttp()).ExcludeFromDescription();
        app.MapGet("/ideen/wettbewerb/{key}.json", async (string key, HttpContext http, ContestList contests, ContestRows rows) =>
            await contests.One(key, http.RequestAborted) is { } contest
                ? Results.Json(new { contest.Key, contest.Title, contest.Categories, Ideas = await rows.Of(contest, all: false, http.RequestAborted) })
                : Refusals.NotFound.ToHttp()).ExcludeFromDescription();
        // Taken out by a form and not by a link: it is written down who did.
        app.MapPost("/ideen/wettbewerb/{key}/leitung/ausgabe", async (string key, HttpContext http, ContestList contests, Door door) =>
        {
            if (await contests.One(key, http.RequestAborted) is not { } contest) return Refusals.NotFound.ToHttp();
            var answer = await door.Send<ExportContest, IReadOnlyList<OfficeRow>>(new ExportContest(contest.Id), http.ToCaller(), http.RequestAborted);
            if (!answer.Granted) return answer.Refusal!.ToHttp();
            http.Response.Headers.CacheControl = "no-store";
            return Spreadsheet.File($"ideen-{contest.Key}-intern.csv", [.. Heads, "name", "zustand"], answer.Value!.Select(row => Cells(row.Idea).Append(row.Author).Append(row.State)));
        }).RequireForm().ExcludeFromDescription();
    }

    private static IEnumerable<string> Cells(ContestRow row) =>
    [
        row.Number, row.Title, row.Summary, row.Category, row.Theme, row.District, row.Channel, row.Month, Number(row.Supports), Number(row.Points), Number(row.PublicPlace), Number(row.CommitteePlace), Number(row.CouncilPlace),
        row.Prize, Number(row.PrizeEuros), row.Status, row.MergedInto,
    ];

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
