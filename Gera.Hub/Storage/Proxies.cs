using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Gera.Hub.Storage;

/// <summary>Behind a reverse proxy the caller's address and scheme stand in headers, believed only from proxies that were named.</summary>
internal static class Proxies
{
    public static void UseProxies(this WebApplication app)
    {
        var hub = app.Services.GetRequiredService<IOptions<HubOptions>>().Value;
        if (hub.TrustedProxies.Length > 0) app.UseForwardedHeaders(Believed(hub.TrustedProxies));
        if (hub.PublicAddress?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true) app.UseHttpsAsAnnounced();
    }

    private static ForwardedHeadersOptions Believed(string[] trusted)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in trusted)
        {
            if (!IPAddress.TryParse(proxy, out var address)) throw new StartRefused($"Hub:TrustedProxies: \"{proxy}\" is no IP address.");
            options.KnownProxies.Add(address);
        }
        return options;
    }

    /// <summary>
    /// People reach the hub over HTTPS, so a plain request has come through a proxy that nobody named. It is treated as encrypted, or no form would work
    /// and cookies would lose their guard; but what the proxy says of its visitors is not believed, and that is told, once.
    /// </summary>
    private static void UseHttpsAsAnnounced(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Proxies));
        var told = 0;
        app.Use((http, next) =>
        {
            if (http.Request.IsHttps) return next(http);
            // Whoever looks whether the hub is well asks it directly.
            if (!http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) && Interlocked.Exchange(ref told, 1) == 0)
                log.LogWarning("Hub:PublicAddress is https, but a request came unencrypted from {Sender}. Name your proxy in Hub:TrustedProxies and have it send X-Forwarded-For and X-Forwarded-Proto; until then all its visitors count as one address.",
                    IsOurs(http.Connection.RemoteIpAddress) ? http.Connection.RemoteIpAddress : "outside");
            http.Request.Scheme = "https";
            return next(http);
        });
    }

    /// <summary>Whether it is a machine of the house. Any other may be somebody's own, and stays out of the log.</summary>
    private static bool IsOurs(IPAddress? address) => address is not null && (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address) switch
    {
        var a when IPAddress.IsLoopback(a) || a.IsIPv6UniqueLocal => true,
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetwork } a => a.GetAddressBytes() is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..],
        _ => false,
    };
}
