using System.Diagnostics;
using Npgsql;

namespace Gera.Hub.Bench.Running;

/// <summary>A PostgreSQL of the bench's own in a temporary folder, as a direct child so that it can be killed whole.</summary>
internal sealed class BenchPostgres : IAsyncDisposable
{
    private const string Binaries = "/usr/lib/postgresql/15/bin/";
    private readonly string _folder;
    private readonly int _port;
    private Process? _server;

    private BenchPostgres(string folder, int port) => (_folder, _port) = (folder, port);

    public int Id => _server!.Id;

    public string Connection => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;Maximum Pool Size=80";

    public static async Task<BenchPostgres> Start(int port)
    {
        var postgres = new BenchPostgres(Directory.CreateTempSubdirectory("gera-bench-").FullName, port);
        if (Environment.IsPrivilegedProcess)
            await End(Process.Start("chown", ["postgres", postgres._folder]));
        await End(AsItsUser("initdb", "--auth=trust", "-E", "UTF8", "-U", "postgres", "-D", postgres._folder));
        await postgres.Resume();
        return postgres;
    }

    /// <summary>Also starts again what was killed.</summary>
    public async Task Resume()
    {
        _server = AsItsUser("postgres", "-D", _folder, "-c", "listen_addresses=127.0.0.1", "-c", $"port={_port}",
            "-c", $"unix_socket_directories={_folder}", "-c", "max_connections=300", "-c", "shared_buffers=256MB");
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(Connection + ";Pooling=false;Timeout=2");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (watch.Elapsed.TotalSeconds < 30 && !_server.HasExited)
            {
                await Task.Delay(20);
            }
        }
    }

    /// <summary>kill -9 of the postmaster and all its children, the children first stopped from noticing.</summary>
    public async Task Kill()
    {
        var children = ProcessMeter.Children(Id).ToArray();
        _server!.Kill();
        foreach (var child in children)
            await End(Process.Start("kill", ["-9", $"{child}"]));
        await _server.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { HasExited: false })
        {
            await End(Process.Start("kill", ["-INT", $"{Id}"])); // fast shutdown
            await _server.WaitForExitAsync();
        }
        Directory.Delete(_folder, recursive: true);
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
