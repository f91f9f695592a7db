using Gera.Hub.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gera.Hub.Bench.Running;

/// <summary>The hub's own embedded PostgreSQL, in a temporary folder, so that the bench needs nothing a fresh machine lacks and can kill it whole.</summary>
internal sealed class BenchPostgres : IAsyncDisposable
{
    private readonly string folder;
    private readonly EmbeddedPostgres server;

    private BenchPostgres(string folder, EmbeddedPostgres server) => (this.folder, this.server) = (folder, server);

    public int Id => server.ProcessId;

    public string Connection => server.ConnectionString + ";Maximum Pool Size=80";

    public static async Task<BenchPostgres> Start()
    {
        // Open to other accounts, unlike .NET's own temporary folders: as root the database runs under another one.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"gera-bench-{Environment.ProcessId}-{Random.Shared.Next()}")).FullName;
        return new BenchPostgres(folder, await EmbeddedPostgres.Start(new EmbeddedPostgresOptions { DataDirectory = folder }, NullLogger.Instance, CancellationToken.None));
    }

    /// <summary>Also starts again what was killed.</summary>
    public Task Resume() => server.Restart();

    /// <summary>kill -9 of the postmaster and all its children.</summary>
    public Task Kill() => server.Kill();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
