using Microsoft.AspNetCore.ResponseCompression;

namespace Gera.Hub.Shell;

/// <summary>Pages and feeds travel compressed; files of ours are compressed once, when the hub is built.</summary>
internal static class Compression
{
    /// <summary>No JSON: what thousands of phones ask for at once is small, and their hall needs the processor.</summary>
    private static readonly string[] Types = ["text/html", "text/plain", "text/csv", "text/calendar", "text/vtt", "application/xml", "application/rss+xml", "application/atom+xml", "application/geo+json", "application/ld+json"];

    public static void AddCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = Types;
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
    });

    /// <summary>
    /// Only for those who are not logged in: the length of a compressed page tells something of what is in it, and a page of somebody's own
    /// may hold secrets beside words that others wrote (BREACH). Tokens of forms are masked anew with each page and tell nothing.
    /// </summary>
    public static void UseCompression(this WebApplication app)
    {
        var logIn = app.Configuration.CookieName("hub-login");
        app.UseWhen(http => !http.Request.Cookies.Keys.Any(name => name.StartsWith(logIn, StringComparison.Ordinal)), strangers => strangers.UseResponseCompression());
    }
}
