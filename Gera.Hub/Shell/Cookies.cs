namespace Gera.Hub.Shell;

/// <summary>How the hub names and guards its cookies: strict wherever it is served over HTTPS, plain only on loopback.</summary>
public static class Cookies
{
    /// <summary>With the prefix <c>__Host-</c> a browser takes the cookie only from this host, over HTTPS, for all paths.</summary>
    public static string CookieName(this IConfiguration settings, string name) => settings.OverHttps() ? "__Host-" + name : name;

    public static CookieSecurePolicy CookieSecurity(this IConfiguration settings) =>
        settings.OverHttps() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    /// <summary>Whether a cookie that is written by hand travels over HTTPS only.</summary>
    public static bool MustBeSecure(this IConfiguration settings, HttpContext http) => http.Request.IsHttps || settings.OverHttps();

    /// <summary>Whether people reach the hub over HTTPS, whatever the last stretch to this process is.</summary>
    private static bool OverHttps(this IConfiguration settings) =>
        settings["Hub:PublicAddress"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;
}
