using System.Diagnostics;
using System.Text.Json;
using Gera.Hub.Bench.Crowds;

namespace Gera.Hub.Bench.Running;

/// <summary>The master's end of one <c>worker</c> process.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;

    public WorkerProcess()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(WorkerProcess).Assembly.Location, "worker"])
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        // A crowd is one busy thread: compiled once, well, and without a second thread that collects garbage.
        start.Environment["DOTNET_TC_QuickJit"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        process = Process.Start(start)!;
    }

    public int Id => process.Id;

    public async Task<Standing> Obey(Order order)
    {
        var standing = JsonSerializer.Deserialize<Standing>(await Ask(order))!;
        return standing.Failure is null ? standing : throw new InvalidOperationException("A worker failed: " + standing.Failure);
    }

    public async Task<CrowdReport> Report() => JsonSerializer.Deserialize<CrowdReport>(await Ask(new Order("report")))!;

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(3000))
            process.Kill();
        process.Dispose();
    }

    private async Task<string> Ask(Order order)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order));
        await process.StandardInput.FlushAsync();
        return await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A worker ended unasked.");
    }
}
