using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gera.Hub.Storage;

/// <summary>
/// A PostgreSQL of the hub's own, from npm's binaries, on a free port of 127.0.0.1 and for as long as the hub lives. When it dies
/// unasked it is started again on the same port.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly EmbeddedPostgresOptions options;
    private readonly HubFolder folder;
    private readonly PostgresHome home;
    private readonly PostgresBinaries binaries;
    private readonly ILogger log;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CancellationTokenSource life = new();
    private Postmaster? running;
    private bool wanted = true;
    private int port;

    private EmbeddedPostgres(EmbeddedPostgresOptions options, HubFolder folder, PostgresHome home, PostgresBinaries binaries, ILogger log)
    {
        this.options = options;
        this.folder = folder;
        this.home = home;
        this.binaries = binaries;
        this.log = log;
    }

    /// <summary>The hub's own database, <c>hub</c>, as its owner, who is no superuser. The same after <see cref="Restart"/>.</summary>
    public string ConnectionString => PostgresAddress.Of(port, "hub", "hub", home.Passwords().Hub);

    /// <summary>The database <c>postgres</c> as the superuser: for making databases, and for tests that look behind the curtain.</summary>
    public string Superuser => PostgresAddress.Of(port, "postgres", "postgres", home.Passwords().Superuser);

    /// <summary>Where the server keeps its files: below the folder asked for, or below one derived from it (see the log).</summary>
    public string DataDirectory => home.Data;

    /// <summary>The server's first process, or 0 after <see cref="Kill"/>.</summary>
    public int ProcessId => running?.ProcessId ?? 0;

    private string LogFile => Path.Combine(folder.Logs, "postgres.log");

    /// <summary>Makes what is missing, ends what a killed hub left behind, and returns when the database <c>hub</c> answers.</summary>
    /// <exception cref="StartRefused">
    /// Another hub owns the data, the binaries are not installed, or the server does not come up within 60 s; the message is for people.
    /// </exception>
    public static async Task<EmbeddedPostgres> Start(EmbeddedPostgresOptions options, ILogger log, CancellationToken stop)
    {
        var folder = HubFolder.Own(options.DataDirectory);
        try
        {
            foreach (var place in PostgresHome.Places(folder)) await Postmaster.ClearRemnants(Path.Combine(place, "data"), stop);
            if (options.Fresh && !folder.Empty())
                log.LogWarning("{Folder} was not emptied: it holds files, and no hub has lived there.", folder.Path);
            var home = await PostgresHome.Choose(folder, log, stop);
            var shelf = home.Account.IsLent ? HubFolder.Shelf : folder.Path;
            var binaries = await PostgresBinaries.Find(options.BinariesRoot, home.Account, shelf, stop);
            await home.Make(binaries, stop);
            var postgres = new EmbeddedPostgres(options, folder, home, binaries, log);
            await postgres.Run(stop);
            return postgres;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Stops the server if it runs, and starts it on the same port and data.</summary>
    /// <exception cref="StartRefused">It does not come up within 60 s.</exception>
    public Task Restart(CancellationToken stop = default) => InTurn(async () =>
    {
        await Halt(postmaster => postmaster.Stop());
        await Run(stop);
    });

    /// <summary>SIGKILL to the server and all its children, for tests of what survives. It stays down until <see cref="Restart"/>.</summary>
    public Task Kill() => InTurn(() => Halt(postmaster => postmaster.Kill()));

    /// <summary>Fast shutdown, within 20 s, after which the data are free for another hub.</summary>
    public async ValueTask DisposeAsync()
    {
        if (life.IsCancellationRequested) return;
        await life.CancelAsync();
        await InTurn(() => Halt(postmaster => postmaster.Stop()));
        folder.Dispose();
    }

    private async Task InTurn(Func<Task> work)
    {
        await turn.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task Halt(Func<Postmaster, Task> how)
    {
        wanted = false;
        if (Interlocked.Exchange(ref running, null) is { } postmaster) await how(postmaster);
    }

    private async Task Run(CancellationToken stop)
    {
        Directory.CreateDirectory(folder.Logs);
        if (File.Exists(LogFile) && new FileInfo(LogFile).Length > 10_000_000) File.Move(LogFile, LogFile + ".1", overwrite: true);
        var known = port != 0;
        for (var attempt = 1; ; attempt++)
        {
            if (!known) port = PostgresAddress.FreePort();
            await Postmaster.ClearRemnants(home.Data, stop);
            var postmaster = await Postmaster.Launch(home, binaries, PostgresSettings.Arguments(port, options.Settings), LogFile);
            try
            {
                if (await IsReady(postmaster, stop))
                {
                    (running, wanted) = (postmaster, true);
                    _ = Watch(postmaster);
                    return;
                }
            }
            catch
            {
                await postmaster.Kill();
                throw;
            }

            // Somebody took the port between our asking and its binding it.
            if (attempt == 5) throw new StartRefused($"PostgreSQL does not start. {await LastWords()}");
            await Task.Delay(100 * attempt, stop);
        }
    }

    /// <returns>False when the server ended instead.</returns>
    private async Task<bool> IsReady(Postmaster postmaster, CancellationToken stop)
    {
        var superuser = new NpgsqlConnectionStringBuilder(Superuser) { Pooling = false }.ConnectionString;
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(60);)
        {
            try
            {
                await HubRole.Ensure(superuser, home.Passwords().Hub, stop);
                return true;
            }
            catch (NpgsqlException) when (postmaster.Ended.IsCompleted)
            {
                return false;
            }
            catch (NpgsqlException e) when (e is not PostgresException || e.SqlState == PostgresErrorCodes.CannotConnectNow)
            {
                await Task.WhenAny(postmaster.Ended, Task.Delay(30, stop));
            }
        }

        throw new StartRefused($"PostgreSQL is not ready after 60 s. {await LastWords()}");
    }

    /// <summary>Starts it again when it ended and nobody had asked for that.</summary>
    private async Task Watch(Postmaster watched)
    {
        var code = await watched.Ended;
        if (Interlocked.CompareExchange(ref running, null, watched) != watched) return;
        log.LogError("PostgreSQL ended unasked (exit code {Code}); it is started again", code);
        for (var wait = 200; !life.IsCancellationRequested; wait = Math.Min(wait * 2, 5000))
        {
            try
            {
                await InTurn(() => wanted && running is null ? Run(life.Token) : Task.CompletedTask);
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "PostgreSQL could not be started again; next try in {Wait} ms", wait);
                await Task.Delay(wait, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<string> LastWords() =>
        $"The end of its log ({LogFile}): {string.Join(" | ", (await File.ReadAllLinesAsync(LogFile)).TakeLast(5))}";
}
