using System.Diagnostics;
using Gera.Hub.Bench.Wire;
using Npgsql;

namespace Gera.Hub.Bench.Running;

/// <summary>A PostgreSQL of the bench's own in a temporary folder, as a direct child so that it can be killed whole.</summary>
internal sealed class BenchPostgres : IAsyncDisposable
{
    private const string Binaries = "/usr/lib/postgresql/15/bin/";
    private readonly string folder;
    private readonly int port;
    private Process? server;

    private BenchPostgres(string folder, int port) => (this.folder, this.port) = (folder, port);

    public int Id => server!.Id;

    public string Connection => $"Host={Loopback.Host};Port={port};Username=postgres;Database=postgres;Maximum Pool Size=80";

    public static async Task<BenchPostgres> Start(int port)
    {
        var postgres = new BenchPostgres(Directory.CreateTempSubdirectory("gera-bench-").FullName, port);
        if (Environment.IsPrivilegedProcess)
            await End(Process.Start("chown", ["postgres", postgres.folder]));
        await End(AsItsUser("initdb", "--auth=trust", "-E", "UTF8", "-U", "postgres", "-D", postgres.folder));
        await postgres.Resume();
        return postgres;
    }

    /// <summary>Also starts again what was killed.</summary>
    public async Task Resume()
    {
        server = AsItsUser("postgres", "-D", folder, "-c", $"listen_addresses={Loopback.Host}", "-c", $"port={port}",
            "-c", $"unix_socket_directories={folder}", "-c", "max_connections=300", "-c", "shared_buffers=256MB");
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(Connection + ";Pooling=false;Timeout=2");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (watch.Elapsed.TotalSeconds < 30 && !server.HasExited)
            {
                await Task.Delay(20);
            }
        }
    }

    /// <summary>kill -9 of the postmaster and all its children, the children first stopped from noticing.</summary>
    public async Task Kill()
    {
        var children = ProcessMeter.Children(Id).ToArray();
        server!.Kill();
        foreach (var child in children)
            await End(Process.Start("kill", ["-9", $"{child}"]));
        await server.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is { HasExited: false })
        {
            await End(Process.Start("kill", ["-INT", $"{Id}"])); // fast shutdown
            await server.WaitForExitAsync();
        }
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>setpriv becomes the program it starts, so the child is the postmaster itself.</summary>
    private static Process AsItsUser(string program, params string[] arguments)
    {
        string[] command = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", Binaries + program, .. arguments]
            : [Binaries + program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/tmp" };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task End(Process process)
    {
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
