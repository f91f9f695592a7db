using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Gera.Hub.Storage;

/// <summary>Behind a reverse proxy the caller's address and scheme stand in headers, believed only from proxies that were named.</summary>
internal static class Proxies
{
    public static void UseProxies(this WebApplication app)
    {
        var trusted = app.Services.GetRequiredService<IOptions<HubOptions>>().Value.TrustedProxies;
        if (trusted.Length == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in trusted)
        {
            if (!IPAddress.TryParse(proxy, out var address)) throw new StartRefused($"Hub:TrustedProxies: \"{proxy}\" is no IP address.");
            options.KnownProxies.Add(address);
        }
        app.UseForwardedHeaders(options);
    }
}
