using Gera.Hub.People;
using Gera.Hub.People.Admin;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Gera.Hub.Storage.Files;
using Marten;
using Microsoft.Net.Http.Headers;

namespace Gera.Hub.Features.Portal.Voices;

/// <summary>Voices from the network; called from the portal's door.</summary>
internal static class VoicesRoom
{
    public static void AddVoices(this IServiceCollection services)
    {
        services.ConfigureMarten(options => options.Schema.For<Voice>().UniqueIndex(v => v.Slug));
        services.AddSingleton<VoiceBoard>().AddSingleton<ISearchSource, VoiceSearch>().FoundDocument<Voice>(VoiceSearch.Name, v => v.Id);
        services.AddSingleton(new FooterEntry("/stimmen", "VoicesTitle", typeof(VoiceTexts), 30));
        services.AddSingleton(new AdminSection("/verwaltung/stimmen", "VoicesDesk", typeof(VoiceTexts), Permission.Edit, 42));
        services.AddSingleton(new HomeSection(typeof(HomeVoices), 70) { Texts = typeof(VoiceTexts), TextKey = "VoicesTitle" });
        services.AddSeed<VoiceSeeds>(31);
    }

    public static void MapVoices(this WebApplication app) => app.MapGet("/stimmen/bild/{id:guid}/{size:int}", Portrait).ExcludeFromDescription();

    private static async Task<IResult> Portrait(Guid id, int size, HttpContext http, VoiceBoard board, Register register, FileStore files)
    {
        var stop = http.RequestAborted;
        if (!PictureMill.Sizes.Contains(size) || await board.One(id, stop) is not { Alt: not null } voice) return Refusals.NotFound.ToHttp();
        if (!voice.IsPublic && Permission.Edit.Check(await register.Who(http.ToCaller(), stop), null, Scope.None) is not null) return Refusals.NotFound.ToHttp();
        if (await files.Open(Voice.KeyOf(id, size), stop) is not { } file) return Refusals.NotFound.ToHttp();
        // Whoever leaves today is not shown tomorrow: browsers ask again soon.
        http.Response.Headers.CacheControl = voice.IsPublic ? "public, max-age=300" : "private, no-store";
        return Results.Stream(file, "image/webp", entityTag: new EntityTagHeaderValue($"\"{size}-{voice.Edition}-{id:N}\""));
    }
}
