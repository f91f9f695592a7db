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
    private readonly TcpListener _listener;
    private readonly int _server;
    private readonly Random _dice = new(2037);
    private readonly HashSet<Socket> _sockets = [];
    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource _flowing = Flowing();
    private Line _line;

    public CuttingProxy(int port, int server)
    {
        _server = server;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
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
        _line = line;
        if (line == Line.Stalled)
            _flowing = new(TaskCreationOptions.RunContinuationsAsynchronously);
        else
            _flowing.TrySetResult();
        if (line != Line.Open)
            CutAll(keep: line == Line.Stalled);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        _flowing.TrySetResult();
        CutAll(keep: false);
        _stop.Dispose();
    }

    private static TaskCompletionSource Flowing()
    {
        var flowing = new TaskCompletionSource();
        flowing.SetResult();
        return flowing;
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = Serve(await _listener.AcceptSocketAsync(_stop.Token));
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
            if (_line == Line.Refusing)
                return;
            lock (_sockets)
                _sockets.UnionWith([client, server]);
            try
            {
                await _flowing.Task;
                await server.ConnectAsync(Loopback.Hub(_server));
                await Task.WhenAny(Pump(client, server, null), Pump(server, client, new CommitFinder()));
            }
            catch (SocketException)
            {
                // the database is away by itself
            }
            lock (_sockets)
                _sockets.ExceptWith([client, server]);
        }
    }

    private async Task Pump(Socket from, Socket to, CommitFinder? finder)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            for (int count; (count = await from.ReceiveAsync(buffer)) > 0;)
            {
                await _flowing.Task;
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
        lock (_dice)
        {
            Commits++;
            if (_dice.Next(1000) >= CutPerMille)
                return false;
            Cuts++;
            return true;
        }
    }

    private void CutAll(bool keep)
    {
        lock (_sockets)
            foreach (var socket in keep ? [] : _sockets.ToArray())
                socket.Close();
    }
}
