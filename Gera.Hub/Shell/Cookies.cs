namespace Gera.Hub.Shell;

/// <summary>How the hub names and guards its cookies: strict wherever it is served over HTTPS, plain only on loopback.</summary>
public static class Cookies
{
    /// <summary>With the prefix <c>__Host-</c> a browser takes the cookie only from this host, over HTTPS, for all paths.</summary>
    public static string CookieName(this IConfiguration settings, string name) => settings.OverHttps() ? "__Host-" + name : name;

    public static CookieSecurePolicy CookieSecurity(this IConfiguration settings) =>
        settings.OverHttps() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    private static bool OverHttps(this IConfiguration settings) =>
        settings["Hub:PublicAddress"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;
}
