using System.Diagnostics;

namespace Gera.Hub.Storage;

/// <summary>A running server: its first process, our direct child, and through it all the others.</summary>
internal sealed class Postmaster
{
    private readonly PostgresHome home;
    private readonly PostgresBinaries binaries;
    private readonly TaskCompletionSource<int> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Postmaster(PostgresHome home, PostgresBinaries binaries)
    {
        this.home = home;
        this.binaries = binaries;
    }

    public int ProcessId { get; private set; }

    /// <summary>Completes with the exit code.</summary>
    public Task<int> Ended => ended.Task;

    /// <summary>Launches the server; it is not ready yet. What it has to say is appended to <paramref name="logFile"/>.</summary>
    public static async Task<Postmaster> Launch(PostgresHome home, PostgresBinaries binaries, IEnumerable<string> settings, string logFile)
    {
        var postmaster = new Postmaster(home, binaries);
        string[] line = [.. home.Account.Serves([binaries.Postgres, "-D", home.Data, .. settings])];

        // The file is opened by a shell that then becomes the server: no pipe of ours that could fill up or break.
        var info = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(line[0], line[1..])
            : new ProcessStartInfo("/bin/sh", ["-c", "exec >>\"$0\" 2>&1 </dev/null; exec \"$@\"", logFile, .. line]);
        info.UseShellExecute = false;
        info.WorkingDirectory = Path.GetPathRoot(home.Path);

        // Linux tells a child that its parent died when the *thread* that started it ends, and those of the pool come and go:
        // this one stays as long as the server.
        var started = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => postmaster.Mind(info, started)) { IsBackground = true, Name = "postgres" };
        thread.Start();
        postmaster.ProcessId = await started.Task;
        return postmaster;
    }

    /// <summary>
    /// Ends whatever an earlier hub that was killed left running on these data, and the pid file it left. To be called by the owner of
    /// the data only.
    /// </summary>
    public static async Task ClearRemnants(string data, CancellationToken stop)
    {
        if (OperatingSystem.IsLinux() && Posix.ProcessesIn(data) is { Count: > 0 } left)
        {
            // The first may be shutting down already, having been told that its hub died.
            foreach (var (signal, patience) in new[] { (Posix.Interrupt, 2000), (Posix.Quit, 1000), (Posix.Kill, 5000) })
            {
                foreach (var process in left) Posix.Send(process, signal);
                for (var waited = 0; waited < patience && left.Count > 0; waited += 50)
                {
                    await Task.Delay(50, stop);
                    left = Posix.ProcessesIn(data);
                }
            }

            if (left.Count > 0) throw new StartRefused($"A PostgreSQL that cannot be stopped still runs on {data} (process {left[0]}).");
        }

        // Nobody is left. The number in it may belong to a stranger, or a zombie, by now.
        var pidFile = Path.Combine(data, "postmaster.pid");
        if (OperatingSystem.IsLinux() && File.Exists(pidFile)) File.Delete(pidFile);
    }

    /// <summary>Fast shutdown: open transactions are rolled back, all is written down. After 20 s it is killed.</summary>
    public async Task Stop()
    {
        if (Ended.IsCompleted) return;
        if (OperatingSystem.IsWindows()) await Command.Run([binaries.PgCtl, "stop", "-D", home.Data, "-m", "fast", "-W"], CancellationToken.None);
        else Posix.Send(await FirstProcess(), Posix.Interrupt);
        if (await Task.WhenAny(Ended, Task.Delay(TimeSpan.FromSeconds(20))) != Ended) await Kill();
        await Ended;
    }

    /// <summary>SIGKILL to the server and all its children at once, as a power cut would.</summary>
    public async Task Kill()
    {
        if (Ended.IsCompleted) return;
        if (OperatingSystem.IsLinux())
        {
            Posix.Send(await FirstProcess(), Posix.Kill);
            for (var left = Posix.ProcessesIn(home.Data); left.Count > 0; left = Posix.ProcessesIn(home.Data))
            {
                foreach (var process in left) Posix.Send(process, Posix.Kill);
                await Task.Delay(5);
            }
        }
        else
        {
            using var process = Process.GetProcessById(await FirstProcess());
            process.Kill(entireProcessTree: true);
        }

        await Ended;
    }

    /// <summary>
    /// The server's own number. It is our child's, unless a launcher that stays (runuser) stands between; postgres writes it down.
    /// </summary>
    private async Task<int> FirstProcess()
    {
        var file = Path.Combine(home.Data, "postmaster.pid");
        var first = File.Exists(file) ? (await File.ReadAllLinesAsync(file)).FirstOrDefault() : null;
        return int.TryParse(first, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : ProcessId;
    }

    private void Mind(ProcessStartInfo info, TaskCompletionSource<int> started)
    {
        try
        {
            using var process = Process.Start(info)!;
            started.SetResult(process.Id);
            process.WaitForExit();
            ended.SetResult(process.ExitCode);
        }
        catch (Exception e)
        {
            started.TrySetException(e);
            ended.TrySetResult(-1);
        }
    }
}
