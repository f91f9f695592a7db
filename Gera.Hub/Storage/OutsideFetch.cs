using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Gera.Hub.Storage;

/// <summary>
/// Reads text from addresses that people entered, and from nowhere inside the house: a name is looked up when the connection is made, and
/// whatever it then means must be a public address, at each redirect anew. (OWASP "Server-Side Request Forgery".)
/// </summary>
public sealed class OutsideFetch : IDisposable
{
    private const int Redirects = 3;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>Addresses that are no place on the internet (IANA special-purpose registries).</summary>
    private static readonly IPNetwork[] Inside =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private readonly HttpClient client;
    private readonly HashSet<string> trusted;

    public OutsideFetch(IOptions<HubOptions> options)
    {
        trusted = new HashSet<string>(options.Value.TrustedFeeds, StringComparer.OrdinalIgnoreCase);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(5), ConnectCallback = Connect, AutomaticDecompression = DecompressionMethods.None };
        client = new HttpClient(handler) { Timeout = Longest };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Gera.Hub");
    }

    /// <summary>Null when it cannot be read: no public address, an error, more than <paramref name="most"/> bytes, or too slow.</summary>
    public async Task<string?> Text(Uri address, int most, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Longest);
        try
        {
            for (var hop = 0; hop <= Redirects; hop++)
            {
                if (address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0) return null;
                using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, limit.Token);
                if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } next)
                {
                    address = new Uri(address, next);
                    continue;
                }
                return answer.IsSuccessStatusCode ? await Read(answer, most, limit.Token) : null;
            }
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or OperationCanceledException or UriFormatException && !stop.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => client.Dispose();

    internal static bool IsOutside(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return !Inside.Any(n => n.BaseAddress.AddressFamily == address.AddressFamily && n.Contains(address));
    }

    private static async Task<string?> Read(HttpResponseMessage answer, int most, CancellationToken stop)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        var (kept, part) = (new MemoryStream(), new byte[16 * 1024]);
        for (int read; (read = await body.ReadAsync(part, stop)) > 0;)
        {
            if (kept.Length + read > most) return null;
            kept.Write(part, 0, read);
        }
        return System.Text.Encoding.UTF8.GetString(kept.ToArray());
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await Dns.GetHostAddressesAsync(host, stop);
        if (addresses.Length == 0 || !trusted.Contains(host) && !addresses.All(IsOutside)) throw new HttpRequestException("Not a public address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
