using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Gera.Hub.Tests.Testing;

/// <summary>A collector of OpenTelemetry data (OTLP over gRPC) that keeps what it is sent: enough of the protocol to be believed.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> got = new();

    private Collector(WebApplication app, Uri address)
    {
        (this.app, Address) = (app, address);
        app.Run(Take);
    }

    public Uri Address { get; }

    /// <summary>All texts in what arrived; numbers are not readable this way.</summary>
    public string Text => string.Join('\n', got.Select(g => g.Path + ' ' + Encoding.UTF8.GetString(g.Body)));

    public bool Has(string kind) => got.Any(g => g.Path.Contains(kind, StringComparison.OrdinalIgnoreCase));

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var port = HubProcess.FreePort();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port, listen => listen.Protocols = HttpProtocols.Http2));
        var collector = new Collector(builder.Build(), new Uri($"http://127.0.0.1:{port}"));
        await collector.app.StartAsync();
        return collector;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Take(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        got.Enqueue((http.Request.Path, body.ToArray()));
        http.Response.ContentType = "application/grpc";
        http.Response.DeclareTrailer("grpc-status");
        // An empty message: not compressed, no bytes.
        await http.Response.Body.WriteAsync(new byte[5]);
        http.Response.AppendTrailer("grpc-status", "0");
    }
}
