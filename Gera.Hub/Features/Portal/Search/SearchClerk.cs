using Gera.Hub.People;
using Gera.Hub.Push;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Portal.Search;

/// <summary>Keeps the index: takes what commits touched and writes those entries anew. Several processes share the work; what one does not finish another does.</summary>
internal sealed class SearchClerk(HubDatabase database, SearchIndex index, IEnumerable<ISearchSource> sources, Postbox postbox, TimeProvider clock, ILogger<SearchClerk> log) : BackgroundService
{
    private const int Batch = 100;

    private const string Entry = "entry";

    /// <summary>Any number nobody else uses.</summary>
    private const long Lock = 0x4765726148756203;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, ISearchSource> sources = sources.ToDictionary(s => s.Kind, StringComparer.Ordinal);
    private readonly SemaphoreSlim wake = new(0, 1);

    /// <summary>Writes a batch anew.</summary>
    /// <returns>How many touches were taken.</returns>
    public async Task<int> Write(CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        // One process at a time: of two that read an entry before and after a change, the older must not write last.
        await using (var alone = new NpgsqlCommand($"select pg_try_advisory_xact_lock({Lock})", connection))
            if (await alone.ExecuteScalarAsync(stop) is not true) return 0;
        var touched = new HashSet<(string Kind, Guid Key)>();
        var taken = 0;
        await using (var take = new NpgsqlCommand($"delete from portal.search_touched where id in (select id from portal.search_touched order by id limit {Batch}) returning kind, key", connection))
        await using (var reader = await take.ExecuteReaderAsync(stop))
            for (; await reader.ReadAsync(stop); taken++) touched.Add((reader.GetString(0), reader.GetGuid(1)));
        foreach (var (kind, key) in touched)
        {
            if (!sources.TryGetValue(kind, out var source)) continue;
            await transaction.SaveAsync(Entry, stop);
            try
            {
                foreach (var behind in await source.Behind(key, stop))
                    if (await source.Entry(behind, stop) is { } entry) await index.Put(connection, kind, entry, stop);
                    else await SearchIndex.Drop(connection, kind, behind, stop);
            }
            catch (Exception e) when (!stop.IsCancellationRequested && !Door.IsBusy(e))
            {
                // One that cannot be written keeps no other from being found.
                log.LogError("{Kind} {Key} could not be put into the search: {Reason}", kind, key, e.GetType().Name);
                await transaction.RollbackAsync(Entry, stop);
            }
        }
        await transaction.CommitAsync(stop);
        return taken;
    }

    /// <summary>Marks everything, when the index is new or older than what its entries hold now.</summary>
    public async Task Build(CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using (var built = new NpgsqlCommand($"insert into portal.search_built (version) values ({SearchIndex.Version}) on conflict do nothing", connection))
            if (await built.ExecuteNonQueryAsync(stop) == 0) return;
        foreach (var source in sources.Values)
        {
            await using var touch = new NpgsqlCommand("insert into portal.search_touched (kind, key) select $1, k from unnest($2) k", connection);
            touch.Parameters.AddWithValue(source.Kind);
            touch.Parameters.AddWithValue((await source.Keys(stop)).ToArray());
            await touch.ExecuteNonQueryAsync(stop);
        }
        await transaction.CommitAsync(stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        postbox.On(SearchTouched.Letter, _ => Wake());
        postbox.OnResumed(_ => { Wake(); return Task.CompletedTask; });
        var built = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!built) await Build(stoppingToken);
                built = true;
                while (await Write(stoppingToken) > 0)
                {
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The search could not be brought up to date: {Reason}", e.GetType().Name);
            }
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(wake.WaitAsync(pause.Token), Task.Delay(Look, clock, pause.Token)).ConfigureAwait(false);
            await pause.CancelAsync();
        }
    }

    private void Wake()
    {
        try
        {
            if (wake.CurrentCount == 0) wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Woken by two at once: once is enough.
        }
    }
}
