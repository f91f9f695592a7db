using Gera.Hub.Shell.Maps;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using MudBlazor.Services;

namespace Gera.Hub.Shell;

public static class ShellRoom
{
    public static WebApplicationBuilder AddShell(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices();
        builder.Services.AddLocalization();
        builder.Services.Configure<RequestLocalizationOptions>(Language.Configure);
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddAntiforgery(forms =>
        {
            forms.SuppressXFrameOptionsHeader = true; // frame-ancestors says it, and more strictly
            forms.Cookie = new CookieBuilder
            {
                Name = builder.Configuration.CookieName("formular"),
                HttpOnly = true,
                IsEssential = true,
                Path = "/",
                // Lax, not Strict: after a link from a mail or a QR code a strict cookie would be replaced, and a form open in another tab refused.
                SameSite = SameSiteMode.Lax,
                SecurePolicy = builder.Configuration.CookieSecurity(),
            };
        });
        TokensOnDemand.Add(builder.Services);
        // Otherwise a bad form is an exception in development and a 400 elsewhere.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        builder.Services.AddCompression();
        builder.Services.AddOpenApi();
        builder.Services.AddSingleton<SharePicture>().AddSingleton<Feeds>();
        builder.Services.AddMaps();
        builder.AddHeaders();
        return builder;
    }

    /// <summary>
    /// The whole pipeline in front of the endpoints. It comes right after <c>Build()</c>; only what must see a request
    /// before everything else (forwarded headers of a proxy, request logging) may stand in front of it.
    /// </summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseCompression();
        app.UseRequestLocalization();
        app.UseFailures();
        app.UseHeadAsGet();
        // Named here so that they stand behind the failures above: the framework would put them in front of everything.
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(RefuseOldForms);
        return app;
    }

    /// <summary>A page that gets a form without its token would answer with nothing at all; a bare status gets words, and a way back.</summary>
    private static Task RefuseOldForms(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } || http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    public static WebApplication MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapOpenApi();
        app.MapLanguage();
        app.MapMaps();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuit =>
            // Our own header says 'none' on every answer; without this Blazor would add a second policy saying 'self'.
            circuit.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }
}
