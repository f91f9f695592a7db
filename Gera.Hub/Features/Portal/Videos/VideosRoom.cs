using System.Text;
using Gera.Hub.People;
using Gera.Hub.People.Admin;
using Gera.Hub.Shell;
using Gera.Hub.Storage.Files;
using Marten;
using Microsoft.Net.Http.Headers;

namespace Gera.Hub.Features.Portal.Videos;

/// <summary>Films with captions and wording; called from the portal's door.</summary>
internal static class VideosRoom
{
    public static void AddVideos(this IServiceCollection services)
    {
        services.ConfigureMarten(options => options.Schema.For<Video>().UniqueIndex(v => v.Slug));
        services.AddSingleton<VideoShelf>().AddSingleton<ISearchSource, VideoSearch>().FoundDocument<Video>(VideoSearch.Name, v => v.Id);
        services.AddSingleton(new FooterEntry("/videos", "VideosTitle", typeof(VideoTexts), 31));
        services.AddSingleton(new AdminSection("/verwaltung/videos", "VideosDesk", typeof(VideoTexts), Permission.Edit, 43));
    }

    public static void MapVideos(this WebApplication app)
    {
        app.MapGet("/videos/film/{id:guid}", async (Guid id, HttpContext http, VideoShelf shelf, Register register, FileStore files) =>
        {
            if (await May(id, http, shelf, register) is not { FilmType: { } type } video || await files.Open(Video.KeyOf(id, video.FilmEdition), http.RequestAborted) is not { } film) return Refusals.NotFound.ToHttp();
            // Browsers ask for pieces; a shelf that cannot jump gives the whole.
            return Results.Stream(film, type, entityTag: new EntityTagHeaderValue($"\"{video.FilmEdition}-{id:N}\""), enableRangeProcessing: film.CanSeek);
        }).ExcludeFromDescription();
        app.MapGet("/videos/untertitel/{id:guid}", async (Guid id, HttpContext http, VideoShelf shelf, Register register) =>
            await May(id, http, shelf, register) is { Captions: { } captions } ? Results.Text(captions, "text/vtt", Encoding.UTF8) : Refusals.NotFound.ToHttp()).ExcludeFromDescription();
    }

    /// <summary>Seen by everybody once it is public, by editors before.</summary>
    private static async Task<Video?> May(Guid id, HttpContext http, VideoShelf shelf, Register register)
    {
        var stop = http.RequestAborted;
        if (await shelf.One(id, stop) is not { } video || (!video.IsPublic && Permission.Edit.Check(await register.Who(http.ToCaller(), stop), null, Scope.None) is not null)) return null;
        http.Response.Headers.CacheControl = video.IsPublic ? "public, max-age=300" : "private, no-store";
        return video;
    }
}
