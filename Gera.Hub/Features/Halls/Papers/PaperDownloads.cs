using Gera.Hub.People;

namespace Gera.Hub.Features.Halls.Papers;

/// <summary>Papers as files, for everyone who may see the page.</summary>
internal static class PaperDownloads
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/live/{code}/protokoll.json", async (string code, MinutesDesk desk, HttpContext http) =>
                await desk.Find(code) is not { } view ? Refusals.NotFound.ToHttp()
                    : await desk.Of(view, http.RequestAborted) is { } minutes ? Results.Ok(minutes) : HallRefusals.MinutesNotYet.ToHttp())
            .WithTags("live").WithSummary("Minutes of a session that has ended.").Produces<Minutes>();
        app.MapGet("/live/{code}/abstimmung/{poll:guid}.csv", async (string code, Guid poll, MinutesDesk desk) =>
                await desk.One(code, poll) is not { } found ? Refusals.NotFound.ToHttp()
                    : PollTable.Of(found) is { } file ? Results.File(file, "text/csv; charset=utf-8", $"abstimmung-{code.ToUpperInvariant()}-{poll.ToString()[^6..]}.csv")
                    : HallRefusals.RecordNotYet.ToHttp())
            .WithTags("live").WithSummary("A poll's result as CSV.").Produces(200, contentType: "text/csv");
        // The file of docs itself, so that there is only one.
        app.MapGet("/verify.mjs", () => Results.File(Path.Combine(AppContext.BaseDirectory, "docs", "verify.mjs"), "text/javascript; charset=utf-8"))
            .WithTags("live").WithSummary("Counts a record again; needs nothing of the hub.").Produces(200, contentType: "text/javascript");
    }
}
