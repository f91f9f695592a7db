using System.Net;
using System.Net.Sockets;
using Gera.Hub.Bench.Wire;

namespace Gera.Hub.Bench.FaultRuns;

internal enum Line { Open, Refusing, Stalled }

/// <summary>
/// A line between hub and database that can fail: it cuts a share of the connections exactly when the
/// server has committed and its answer is on the way, refuses everybody, or stands still.
/// </summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly int target;
    private readonly Random dice = new(2037);
    private readonly HashSet<Socket> sockets = [];
    private readonly CancellationTokenSource stop = new();
    private TaskCompletionSource flowing = Flowing();
    private Line line;

    public CuttingProxy(int port, int server)
    {
        target = server;
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = Accept();
    }

    /// <summary>Of a thousand answers to COMMIT so many are cut.</summary>
    public int CutPerMille { get; set; }
    public int Commits { get; private set; }
    public int Cuts { get; private set; }

    /// <summary>Without TLS and GSS the first bytes of a connection are PostgreSQL's own, so they can be read.</summary>
    public static string Through(string connection, int port) =>
        new Npgsql.NpgsqlConnectionStringBuilder(connection) { Port = port, SslMode = Npgsql.SslMode.Disable, GssEncryptionMode = Npgsql.GssEncryptionMode.Disable }.ConnectionString;

    public void Become(Line line)
    {
        this.line = line;
        if (line == Line.Stalled)
            flowing = new(TaskCreationOptions.RunContinuationsAsynchronously);
        else
            flowing.TrySetResult();
        if (line != Line.Open)
            CutAll(keep: line == Line.Stalled);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        flowing.TrySetResult();
        CutAll(keep: false);
        stop.Dispose();
    }

    private static TaskCompletionSource Flowing()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    private async Task Accept()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                _ = Serve(await listener.AcceptSocketAsync(stop.Token));
            }
            catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task Serve(Socket client)
    {
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        using (client)
        {
            if (line == Line.Refusing)
                return;
            lock (sockets)
                sockets.UnionWith([client, server]);
            try
            {
                await flowing.Task;
                await server.ConnectAsync(Loopback.Hub(target));
                await Task.WhenAny(Pump(client, server, null), Pump(server, client, new CommitFinder()));
            }
            catch (SocketException)
            {
                // the database is away by itself
            }
            lock (sockets)
                sockets.ExceptWith([client, server]);
        }
    }

    private async Task Pump(Socket from, Socket to, CommitFinder? finder)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            for (int count; (count = await from.ReceiveAsync(buffer)) > 0;)
            {
                await flowing.Task;
                var forward = finder is null ? count : finder.Look(buffer.AsSpan(0, count), Decide);
                await to.SendAsync(buffer.AsMemory(0, forward));
                if (forward < count)
                    return; // the rest is the answer nobody will get
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // one side hung up
        }
    }

    /// <returns>Whether this answer to COMMIT is cut.</returns>
    private bool Decide()
    {
        lock (dice)
        {
            Commits++;
            if (dice.Next(1000) >= CutPerMille)
                return false;
            Cuts++;
            return true;
        }
    }

    private void CutAll(bool keep)
    {
        lock (sockets)
            foreach (var socket in keep ? [] : sockets.ToArray())
                socket.Close();
    }
}
