using System.IO.Compression;
using System.Text;
using Gera.Hub.People;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Gera.Hub.Storage.Files;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Announcements for programs and newsrooms: feeds, pictures, and everything of one as a ZIP.</summary>
internal static class PressFiles
{
    public static void Map(WebApplication app)
    {
        Feeds.Map(app, "/presse", Feed);
        app.MapGet("/presse/bilder/{id:guid}/{size:int}", Picture).ExcludeFromDescription();
        app.MapGet("/presse/mappe/{id:guid}.zip", Kit).ExcludeFromDescription();
        app.MapGet("/presse/vorschau/{id:guid}.png", Preview).ExcludeFromDescription();
        app.MapGet("/m/{code:length(8)}", async (string code, HttpContext http, PressBoard board) =>
            await board.ByShort(code, http.RequestAborted) is { } found ? Results.LocalRedirect(found.Address, permanent: true, preserveMethod: true) : Refusals.NotFound.ToHttp()).ExcludeFromDescription();
    }

    private static async Task<(string, string, string, IReadOnlyList<FeedEntry>)> Feed(HttpContext http)
    {
        var (board, texts) = (http.RequestServices.GetRequiredService<PressBoard>(), http.RequestServices.GetRequiredService<IStringLocalizer<PressTexts>>());
        var query = PressQuery.Read(http.Request.Query) with { Search = null, Year = null, Page = 1 };
        var (page, _) = await board.Of(query, http.RequestAborted);
        return (texts["PressTitle"], texts["PressLead"], query.Address(), [.. page.Select(a => Entry(a, texts))]);
    }

    private static FeedEntry Entry(Announcement a, IStringLocalizer<PressTexts> texts) =>
        new(a.Id, a.Words.Title, a.Corrections.Count == 0 ? a.Words.Lead : $"{a.Words.Lead} ({texts["CorrectedOn", Berlin.Words(a.Corrections[^1].At)]})", a.Address, a.PublishAt!.Value, Changed(a), a.Words.Theme);

    private static DateTimeOffset Changed(Announcement a) => a.Corrections.Count > 0 ? a.Corrections[^1].At : a.PublishAt!.Value;

    /// <summary>Seen by whoever may see the announcement: everybody, the desk, or a journalist with a link.</summary>
    private static async Task<IResult> Picture(Guid id, int size, HttpContext http, PressPictures pictures, PressBoard board, Embargoes embargoes, FileStore files, Register register, TimeProvider clock)
    {
        var stop = http.RequestAborted;
        if (!PictureMill.Sizes.Contains(size) || await pictures.One(id, stop) is not { } picture) return Refusals.NotFound.ToHttp();
        var everyone = await board.Known(picture.Announcement, stop) is { } announcement && announcement.IsOut(clock.GetUtcNow());
        if (!everyone && !await MayPreview(picture.Announcement, http, embargoes, register)) return Refusals.NotFound.ToHttp();
        if (await files.Open(PressPicture.KeyOf(id, size), stop) is not { } file) return Refusals.NotFound.ToHttp();
        // What is public today may be withdrawn tomorrow: browsers ask again soon.
        http.Response.Headers.CacheControl = everyone ? "public, max-age=300" : "private, no-store";
        return Results.Stream(file, "image/webp", entityTag: new EntityTagHeaderValue($"\"{size}-{id:N}\""));
    }

    private static async Task<IResult> Preview(Guid id, HttpContext http, PressBoard board, SharePicture share, IStringLocalizer<PressTexts> texts, TimeProvider clock)
    {
        if (await board.Known(id, http.RequestAborted) is not { } a || !a.IsOut(clock.GetUtcNow())) return Refusals.NotFound.ToHttp();
        http.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Bytes(share.Draw(texts["SearchKind"], a.Words.Title, Berlin.Words(a.PublishAt!.Value)), "image/png");
    }

    internal static async Task<bool> MayPreview(Guid announcement, HttpContext http, Embargoes embargoes, Register register)
    {
        var stop = http.RequestAborted;
        return Permission.Press.Check(await register.Who(http.ToCaller(), stop), null, Scope.None) is null
            || http.Request.Query["frist"].ToString() is { Length: > 0 } secret && await embargoes.Find(secret, stop) is { } link && link.Announcement == announcement;
    }

    /// <summary>Words and pictures of an announcement, with what may be done with them.</summary>
    private static async Task<IResult> Kit(Guid id, HttpContext http, PressBoard board, PressPictures pictures, FileStore files, PublicAddress address, IStringLocalizer<PressTexts> texts, TimeProvider clock)
    {
        var stop = http.RequestAborted;
        if (await board.Known(id, stop) is not { } a || !a.IsOut(clock.GetUtcNow())) return Refusals.NotFound.ToHttp();
        var shown = await pictures.Of(id, stop);
        return Results.Stream(async _ =>
        {
            // The archive writes now and then without waiting; the writer's own stream takes that.
            await using var zip = await ZipArchive.CreateAsync(http.Response.BodyWriter.AsStream(leaveOpen: true), ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, stop);
            await Write(zip, "meldung.txt", $"{a.Words.Title}\n\n{a.Words.Lead}\n\n{a.Words.Body}\n\n{address.Of(a.Address)}\n", a.PublishAt!.Value, stop);
            var terms = new StringBuilder().Append(texts["KitTerms"].Value).Append("\n\n");
            foreach (var (n, picture) in shown.Index())
            {
                var name = $"bild-{n + 1:00}";
                terms.Append(System.Globalization.CultureInfo.InvariantCulture, $"{name}\n  {picture.Caption}\n  {texts["Credit"].Value}: {picture.Credit}\n  {texts["Licence"].Value}: {picture.Licence}\n  {texts["Alt"].Value}: {picture.Alt}\n\n");
                foreach (var (size, label) in new[] { (PictureMill.Sizes[^1], "original"), (PictureMill.Sizes[1], "web") })
                {
                    if (await files.Open(PressPicture.KeyOf(picture.Id, size), stop) is not { } file) continue;
                    await using var from = file;
                    var entry = zip.CreateEntry($"{name}-{label}.webp", CompressionLevel.NoCompression);
                    entry.LastWriteTime = a.PublishAt!.Value;
                    await using var to = await entry.OpenAsync(stop);
                    await from.CopyToAsync(to, stop);
                }
            }
            await Write(zip, "nutzungsbedingungen.txt", terms.ToString(), a.PublishAt!.Value, stop);
        }, "application/zip", $"pressemappe-{Shell.Slug.Of(a.Words.Title, "meldung")}.zip");
    }

    private static async Task Write(ZipArchive zip, string name, string text, DateTimeOffset at, CancellationToken stop)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = at;
        await using var to = await entry.OpenAsync(stop);
        await to.WriteAsync(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")), stop);
    }
}
