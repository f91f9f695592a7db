using System.Diagnostics;
using Gera.Hub.Bench.Wire;

namespace Gera.Hub.Bench.Running;

/// <summary>A hub in a process of its own, as it would run in town; also the memory hub of the baseline.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private static readonly HttpClient Asker = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly Process process;
    private readonly Queue<string> said = new();
    private readonly TaskCompletionSource<(string Mail, string Password)> leader = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HubProcess(Process process, int port)
    {
        (this.process, Port) = (process, port);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }
    public int Id => process.Id;
    /// <summary>From the start of the process to the first 200 of /health/ready.</summary>
    public TimeSpan TimeToReady { get; private set; }
    /// <summary>The demo leader the hub prints at start as <c>leader mail password</c>.</summary>
    public Task<(string Mail, string Password)> Leader => leader.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public static Task<HubProcess> Start(int port, string connection, CancellationToken stop) =>
        Start(port, ["dotnet", HubAssembly()], new()
        {
            ["ConnectionStrings__Hub"] = connection,
            ["Hub__Demo"] = "true",
            ["ASPNETCORE_URLS"] = Loopback.HubUrl(port),
        }, stop);

    public static Task<HubProcess> StartFromMemory(int port, CancellationToken stop) =>
        Start(port, ["dotnet", typeof(HubProcess).Assembly.Location, "memory-hub", "--port", $"{port}"], [], stop);

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Kill();
        process.Dispose();
    }

    public string LastWords()
    {
        lock (said)
            return string.Join('\n', said);
    }

    private static async Task<HubProcess> Start(int port, string[] command, Dictionary<string, string> environment, CancellationToken stop)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(command[1]),
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var watch = Stopwatch.StartNew();
        var hub = new HubProcess(Process.Start(start)!, port);
        try
        {
            await hub.BecomeReady(stop);
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
        hub.TimeToReady = watch.Elapsed;
        return hub;
    }

    private async Task BecomeReady(CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (process.HasExited || watch.Elapsed.TotalSeconds > 120)
                throw new InvalidOperationException($"The hub on port {Port} did not become ready. Its last words:\n{LastWords()}");
            try
            {
                using var answer = await Asker.GetAsync(new Uri(Loopback.HubUrl(Port) + "/health/ready"), stop);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
            await Task.Delay(25, stop);
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (said)
        {
            said.Enqueue(line);
            if (said.Count > 60)
                said.Dequeue();
        }
        if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["leader", var mail, var password])
            leader.TrySetResult((mail, password));
    }

    /// <summary>The built hub: in its own output folder, where its static files are known, else beside the bench.</summary>
    private static string HubAssembly()
    {
        var bench = AppContext.BaseDirectory;
        var own = Path.Combine(bench.Replace("/Gera.Hub.Bench/", "/Gera.Hub/", StringComparison.Ordinal), "Gera.Hub.dll");
        return File.Exists(own) ? own : Path.Combine(bench, "Gera.Hub.dll");
    }
}
