using System.Collections.Concurrent;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Push;

/// <summary>Letters between hub processes, over PostgreSQL's NOTIFY: sent with the transaction they tell of, read by every process, the sender's included.</summary>
public sealed class Postbox(HubDatabase database, ILogger<Postbox> log) : BackgroundService
{
    public const string Channel = "gera_hub";

    /// <summary>Kind of the letters that name a changed topic.</summary>
    public const string Topic = "topic";

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, ConcurrentBag<Action<string>>> readers = new();
    private readonly ConcurrentBag<Func<CancellationToken, Task>> resumers = [];
    private volatile bool listening;

    /// <summary>False while letters may be missed.</summary>
    public bool IsListening => listening;

    /// <summary>A letter's text for <c>pg_notify</c>; at most 8,000 bytes in all.</summary>
    public static string Letter(string kind, string text) => $"{kind}|{text}";

    /// <summary>Calls <paramref name="read"/> with each letter of that kind, one after another; it must return quickly.</summary>
    public void On(string kind, Action<string> read) => readers.GetOrAdd(kind, _ => []).Add(read);

    /// <summary>Called whenever listening begins (again): letters were missed, so look at the facts.</summary>
    public void OnResumed(Func<CancellationToken, Task> look) => resumers.Add(look);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                if (listening) log.LogWarning("Letters between processes stopped: {Reason}", e.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            listening = false;
            await Task.Delay(TimeSpan.FromMilliseconds(300), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Listen(CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        connection.Notification += (_, letter) => Read(letter.Payload);
        await using (var listen = new NpgsqlCommand($"listen {Channel}", connection) { CommandTimeout = 3 }) await listen.ExecuteNonQueryAsync(stop);
        listening = true;
        foreach (var look in resumers) await look(stop);
        while (true)
        {
            // A cut line says nothing by itself, so after a silence the other end is asked.
            if (await connection.WaitAsync(Silence, stop)) continue;
            await using var ask = new NpgsqlCommand("select 1", connection) { CommandTimeout = 3 };
            await ask.ExecuteNonQueryAsync(stop);
        }
    }

    private void Read(string payload)
    {
        var bar = payload.IndexOf('|', StringComparison.Ordinal);
        if (bar < 0 || !readers.TryGetValue(payload[..bar], out var bag)) return;
        foreach (var read in bag)
        {
            try
            {
                read(payload[(bar + 1)..]);
            }
            catch (Exception e)
            {
                log.LogError(e, "A letter of kind {Kind} could not be read", payload[..bar]);
            }
        }
    }
}
