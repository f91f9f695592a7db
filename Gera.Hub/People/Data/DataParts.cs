using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Gera.Hub.People.Data;

/// <summary>What the pages about one's own data need; called from the room's door.</summary>
internal static class DataParts
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    public static void AddPersonalData(this IServiceCollection services)
    {
        services.AddSingleton<PersonKeys>().AddSingleton<SeatClaims>().AddScoped<Me>().AddScoped<MyData>().AddScoped<MyHub>();
        services.AddScoped<IPersonalData, PeopleData>().AddScoped<IMyDeeds, AccountDeeds>();
        foreach (var rule in PeopleRetention.All) services.AddSingleton(rule);
        services.AddSingleton(new Shell.FooterEntry("/datenschutz/fristen", "NavKeep", typeof(DataTexts), 60));
        services.AddSingleton<Sweep>().AddSingleton<RetentionJob>().AddHostedService(provider => provider.GetRequiredService<RetentionJob>());
    }

    public static void MapPersonalData(this WebApplication app)
    {
        app.MapGet("/konto/daten/meine-daten.json", async (HttpContext http, Me me, MyData data) =>
        {
            if (await me.Of(http) is not { } person) return Results.LocalRedirect(Me.LogIn(http));
            http.Response.Headers.CacheControl = "no-store";
            return Results.File(JsonSerializer.SerializeToUtf8Bytes(await data.Of(person, http.RequestAborted), Indented), "application/json; charset=utf-8", "meine-daten.json");
        }).ExcludeFromDescription();
        app.MapPost("/konto/daten/einwilligung/{consent:guid}", async (Guid consent, HttpContext http, Door door) =>
        {
            var answer = await door.Send<RevokeConsent, Done>(new RevokeConsent(consent), http.ToCaller(), http.RequestAborted);
            return answer.ToHttp(_ => Results.LocalRedirect("/konto/daten#einwilligungen"));
        }).RequireForm().ExcludeFromDescription();
    }

    /// <summary>After the account its cookie goes too.</summary>
    public static Task Forget(HttpContext http) => http.SignOutAsync(IdentityConstants.ApplicationScheme);
}
