using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace Gera.Hub.Shell;

/// <summary>German, unless a cookie says English. The browser's own wish is not asked: a hall is in one language, and German is its default.</summary>
public static class Language
{
    public const string German = "de", English = "en";

    public static void Configure(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(German).AddSupportedCultures(German, English).AddSupportedUICultures(German, English);
        options.RequestCultureProviders = [new CustomRequestCultureProvider(http =>
            Task.FromResult(Chosen(http) is { } language ? new ProviderCultureResult(language) : null))];
    }

    /// <summary>
    /// The one form without a token: it stands on every page, and a token there would give every reader a cookie and make every page theirs alone.
    /// A foreign page that sends it changes nothing: the browser says where a form comes from (<c>Sec-Fetch-Site</c>); one so old that it does not say so shows the other language at worst.
    /// </summary>
    public static void MapLanguage(this WebApplication app) => app.MapPost("/sprache", Choose).DisableAntiforgery();

    private static IResult Choose(HttpContext http, IConfiguration settings, [FromForm] string? language, [FromForm] string? returnUrl)
    {
        if (http.Request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site] && site is not "same-origin" and not "none") return Results.StatusCode(StatusCodes.Status403Forbidden);
        http.Response.Cookies.Append(settings.CookieName("sprache"), language is English ? English : German, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = settings.MustBeSecure(http),
        });
        return Results.LocalRedirect(LocalOrHome(returnUrl));
    }

    /// <summary>Where a form may send people back to: a path of this host, nothing else.</summary>
    public static string LocalOrHome(string? address) =>
        address is ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl) ? address : "/";

    private static string? Chosen(HttpContext http)
    {
        var language = http.Request.Cookies[http.RequestServices.GetRequiredService<IConfiguration>().CookieName("sprache")];
        return language is German or English ? language : null;
    }

    public static bool IsGerman => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is German;
}
