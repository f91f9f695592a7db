using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Gera.Hub.Tests.Testing;

/// <summary>A hub in a process of its own, which can be killed without a word and started again at the same address.</summary>
public sealed class HubProcess : IAsyncDisposable
{
    private readonly string database;
    private Process? process;

    private HubProcess(string database, Uri address) => (this.database, Address) = (database, address);

    public Uri Address { get; }

    public static async Task<HubProcess> On(string database)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var hub = new HubProcess(database, new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}"));
        free.Stop();
        await hub.Start();
        return hub;
    }

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet", Path.Combine(AppContext.BaseDirectory.Replace("Gera.Hub.Tests", "Gera.Hub", StringComparison.Ordinal), "Gera.Hub.dll"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["ConnectionStrings__Hub"] = database;
        start.Environment["Hub__Demo"] = "true";
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.Holds(async () =>
        {
            try
            {
                return (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, "The hub's process did not become ready.", TimeSpan.FromSeconds(60));
    }

    /// <summary>Ends it in the middle of whatever it does.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await Kill();
    }
}
