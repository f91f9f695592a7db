using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Gera.Hub.Tests.Testing;

/// <summary>The hub in a process of its own, as an operator starts it: what it says, and with what code it ends.</summary>
public sealed class HubProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();

    private HubProcess(Process process, Uri address)
    {
        (this.process, Address) = (process, address);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>Everything on the console so far.</summary>
    public string Said => string.Join('\n', said);

    /// <param name="settings">As environment variables, e.g. <c>Hub__Demo</c>.</param>
    public static HubProcess Start(params (string Key, string Value)[] settings) => Start(new Uri($"http://127.0.0.1:{FreePort()}"), settings);

    /// <inheritdoc cref="Start(ValueTuple{string, string}[])"/>
    public static HubProcess Start(Uri address, params (string Key, string Value)[] settings)
    {
        var program = Path.Combine(AppContext.BaseDirectory.Replace("/Gera.Hub.Tests/", "/Gera.Hub/", StringComparison.Ordinal), "Gera.Hub.dll");
        var start = new ProcessStartInfo("dotnet", [program]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        foreach (var (key, value) in settings) start.Environment[key] = value;
        return new HubProcess(Process.Start(start)!, address);
    }

    public async Task<HubProcess> Ready()
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        await Eventually.Holds(async () =>
        {
            if (process.HasExited) throw new InvalidOperationException($"The hub ended with {process.ExitCode}: {Said}");
            try
            {
                return (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, $"The hub did not become ready: {Said}", TimeSpan.FromSeconds(90));
        return this;
    }

    /// <summary>Waits for it to end by itself; returns its exit code.</summary>
    public async Task<int> Ended()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>Mail and password of a demo person, as printed at the start.</summary>
    public (string Mail, string Password) Demo(string role) =>
        said.Select(l => l.Split(' ')).Where(l => l.Length == 3 && l[0] == role).Select(l => (l[1], l[2])).First();

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Ends it in the middle of whatever it does.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            // As a service manager would; only then does an embedded database end in order.
            using var stop = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await stop.WaitForExitAsync();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is not null) said.Enqueue(line);
    }
}
