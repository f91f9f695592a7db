using Gera.Hub.Shell;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Gera.Hub.People.Accounts;

/// <summary>How a log-in travels: a cookie for browsers, a bearer token for programs.</summary>
internal static class Tickets
{
    public const string Scheme = "hub";

    public static string Choose(HttpContext http) =>
        http.Request.Headers.Authorization.Count > 0 || http.Request.Query.ContainsKey("access_token") && http.Request.Path.StartsWithSegments("/hubs", StringComparison.Ordinal)
            ? IdentityConstants.BearerScheme
            : IdentityConstants.ApplicationScheme;

    /// <summary>WebSockets of browsers cannot send headers, so SignalR clients put the token into the address of the hub.</summary>
    public static void ReadFromQuery(BearerTokenOptions options)
    {
        options.BearerTokenExpiration = TimeSpan.FromHours(12);
        options.Events.OnMessageReceived = context =>
        {
            if (context.HttpContext.Request.Path.StartsWithSegments("/hubs", StringComparison.Ordinal) && context.Request.Query.TryGetValue("access_token", out var token))
                context.Token = token;
            return Task.CompletedTask;
        };
    }

    public static void Cookie(CookieAuthenticationOptions options, IConfiguration settings)
    {
        options.Cookie.Name = settings.CookieName("hub-login");
        options.Cookie.Path = "/";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = settings.CookieSecurity();
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.LoginPath = "/anmelden";
        options.AccessDeniedPath = "/anmelden";
        options.ReturnUrlParameter = "ziel";
        options.Events.OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<Sightings>().Look(context);
        options.Events.OnRedirectToLogin = Answer(StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = Answer(StatusCodes.Status403Forbidden);
    }

    /// <summary>Programs get the status, browsers the log-in page.</summary>
    private static Func<Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions>, Task> Answer(int status) => context =>
    {
        var isProgram = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/hubs", StringComparison.Ordinal);
        if (isProgram) context.Response.StatusCode = status;
        else context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    };
}
