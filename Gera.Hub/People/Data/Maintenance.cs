using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.People.Data;

/// <summary>
/// Rewrites the tables in which people's data stood. A deleted row stays in its table's file until something else is written over it, in the
/// planner's statistics until they are taken anew, and in the write-ahead log until that is recycled; after this step it is in none of them.
/// </summary>
internal sealed class Maintenance(HubDatabase database, WriteAheadLog wal, ILogger<Maintenance> log)
{
    /// <summary>Everything but the event store and the ballots, which hold ids only and are never rewritten.</summary>
    private const string Tables = """
        select format('%I.%I', schemaname, relname) from pg_stat_user_tables
        where schemaname in ('people', 'ideas', 'files') or schemaname = 'hub' and starts_with(relname, 'mt_doc_') or schemaname = 'halls' and relname = 'words' order by 1
        """;

    /// <returns>How many tables were rewritten; one that is in use is left for the next time.</returns>
    public async Task<int> Run(CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        var (tables, done) = (new List<string>(), 0);
        await using (var list = new NpgsqlCommand(Tables, connection))
        await using (var reader = await list.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop)) tables.Add(reader.GetString(0));
        // Nobody waits for long: whoever comes meanwhile waits for one table's rewriting, not for our turn.
        await using (var patience = new NpgsqlCommand("set lock_timeout = '500ms'", connection)) await patience.ExecuteNonQueryAsync(stop);
        foreach (var table in tables)
        {
            try
            {
                await using var rewrite = new NpgsqlCommand($"vacuum (full, analyze) {table}", connection) { CommandTimeout = 300 };
                await rewrite.ExecuteNonQueryAsync(stop);
                done++;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                log.LogInformation("{Table} was in use and is rewritten tomorrow", table);
            }
        }
        // The planner keeps samples of what stood in the tables.
        await using (var samples = new NpgsqlCommand("vacuum (full) pg_catalog.pg_statistic", connection)) await Quietly(samples, stop);
        // A connection goes back as it came.
        await using (var again = new NpgsqlCommand("reset lock_timeout", connection)) await again.ExecuteNonQueryAsync(stop);
        if (!await wal.Forget(stop)) log.LogWarning("The write-ahead log still tells of rows that are gone");
        return done;
    }

    /// <summary>Only the database's owner may touch its own catalogue.</summary>
    private static async Task Quietly(NpgsqlCommand command, CancellationToken stop)
    {
        try
        {
            await command.ExecuteNonQueryAsync(stop);
        }
        catch (PostgresException)
        {
            // What the catalogue keeps of it is overwritten with time.
        }
    }
}
