using System.Diagnostics;
using Xunit;

namespace Gera.Hub.Tests.Slow;

/// <summary>Real processes killed and lines cut, by the bench's own runs; their figures are in the output.</summary>
[Trait("Lane", "slow")]
public sealed class FaultTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("hub-killed")]
    [InlineData("database-killed")]
    [InlineData("commits-cut")]
    [InlineData("database-away")]
    [InlineData("same-voter")]
    [InlineData("close-race")]
    public async Task Nothing_acknowledged_is_lost_and_nothing_counts_twice(string fault)
    {
        var bench = Path.Combine(AppContext.BaseDirectory.Replace("Gera.Hub.Tests", "Gera.Hub.Bench", StringComparison.Ordinal), "Gera.Hub.Bench.dll");
        using var run = Process.Start(new ProcessStartInfo("dotnet", [bench, "faults", "--only", fault, "--port", "27000"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        output.WriteLine(await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        output.WriteLine(await errors);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, run.ExitCode);
    }
}
