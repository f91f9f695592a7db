using Gera.Hub.People.Mail;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.People.Data;

/// <summary>What a sweep did.</summary>
/// <param name="Tables">Tables written anew.</param>
/// <param name="InUse">Tables that were in use all the time; the next sweep comes to them.</param>
/// <param name="Files">Mails removed from the folder.</param>
/// <param name="LogIsClean">Whether the write-ahead log was dropped; null where the database is not ours to ask.</param>
public sealed record Swept(int Tables, IReadOnlyList<string> InUse, int Files, bool? LogIsClean);

/// <summary>
/// Deleted rows lie in the database's files until others need their room, and in its statistics and write-ahead log. This takes them out:
/// every table is written anew, what the planner remembered is forgotten, and the log of before is dropped. Mails in the folder go with their rows.
/// </summary>
internal sealed class Sweep(HubDatabase database, FolderCarrier mails, ILogger<Sweep> log)
{
    private const long Lock = 0x4765726148756202;

    /// <summary>So long, and so often, a table is waited for: whoever wants it meanwhile waits behind the sweep.</summary>
    private const int WaitMilliseconds = 300, Tries = 10;

    /// <summary>Rows of events are added and never changed, but where a seat's words were taken out; then they are written anew too. Boxes of secret polls are rewritten at close, and hold nobody's name.</summary>
    private const string Tables = """
        select format('%I.%I', schemaname, relname) from pg_stat_user_tables
        where relname not like 'secret\_%' and (relname <> 'mt_events' or n_tup_upd + n_tup_del > 0) order by 1
        """;

    /// <summary>An analysis of an empty table leaves what was known of its rows, so that is forgotten first. Servers before 18 cannot.</summary>
    private const string Forget = """
        select pg_clear_attribute_stats(schemaname, tablename, attname, inherited) from pg_stats where schemaname not in ('pg_catalog', 'information_schema')
        """;

    private const int CanForget = 18;

    /// <summary>Whether somebody still sees the database as it was before $1: for them deleted rows are kept, and a table written anew takes them along.</summary>
    private const string SeenByOthers = """
        select exists (select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and greatest(age(backend_xmin), age(backend_xid)) > age($1::xid))
        """;

    private static readonly TimeSpan WaitForOthers = TimeSpan.FromSeconds(30), Glance = TimeSpan.FromMilliseconds(50);

    /// <returns>Null when another process is at it.</returns>
    public async Task<Swept?> Run(CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        if (await Ask(connection, $"select pg_try_advisory_lock({Lock})", stop) is not true) return null;
        try
        {
            var files = await RemoveFiles(connection, stop);
            if (connection.PostgreSqlVersion.Major >= CanForget) await Ask(connection, Forget, stop);
            await Ask(connection, $"set lock_timeout = {WaitMilliseconds}", stop);
            var tables = await All(connection, stop);
            var inUse = new List<string>();
            var isUnseen = await OthersMovedOn(connection, stop);
            foreach (var table in tables.Append("pg_catalog.pg_statistic"))
                if (!isUnseen || !await Rewrite(connection, table, stop)) inUse.Add(table);
            bool? clean = database.IsEmbedded ? await WalSegments.Drop(database, stop) : null;
            var swept = new Swept(tables.Count + 1 - inUse.Count, inUse, files, clean);
            log.LogInformation("Swept what was deleted: {Tables} tables, {Files} mails; in use: {InUse}; write-ahead log dropped: {Clean}", swept.Tables, files, string.Join(' ', inUse), clean);
            return swept;
        }
        finally
        {
            await Ask(connection, $"reset lock_timeout; select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    /// <summary>Waits until everybody's transaction began after this call. False when one did not end: then no table is worth writing anew.</summary>
    private static async Task<bool> OthersMovedOn(NpgsqlConnection connection, CancellationToken stop)
    {
        var now = (string)(await Ask(connection, "select pg_snapshot_xmax(pg_current_snapshot())::xid::text", stop))!;
        await using var look = new NpgsqlCommand(SeenByOthers, connection);
        look.Parameters.Add(new NpgsqlParameter { Value = now, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Unknown });
        for (var waited = TimeSpan.Zero; waited < WaitForOthers; waited += Glance)
        {
            if (await look.ExecuteScalarAsync(stop) is false) return true;
            await Task.Delay(Glance, stop);
        }
        return false;
    }

    /// <summary>False when the table was in use each time.</summary>
    private static async Task<bool> Rewrite(NpgsqlConnection connection, string table, CancellationToken stop)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            try
            {
                await Ask(connection, $"vacuum (full, analyze) {table}", stop);
                return true;
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                // Whoever waited behind the sweep goes first; in use every time is for the next one.
                await Task.Delay(WaitMilliseconds, stop);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A mail in the folder lives as long as its row; one that went to a bare address, as long as an account or an open code has that address.</summary>
    private async Task<int> RemoveFiles(NpgsqlConnection connection, CancellationToken stop)
    {
        if (!Directory.Exists(mails.Folder)) return 0;
        var files = Directory.EnumerateFiles(mails.Folder).Select(file => (Path: file, Id: FolderCarrier.IdOf(file))).Where(f => f.Id is not null).ToArray();
        await using var command = new NpgsqlCommand("""select "Id", "UserId" is not null or "SentAt" is null from people.mails where "Id" = any($1)""", connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. files.Select(f => f.Id!.Value)] });
        var kept = new Dictionary<Guid, bool>();
        await using (var reader = await command.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop)) kept.Add(reader.GetGuid(0), reader.GetBoolean(1));
        var gone = 0;
        foreach (var (path, id) in files)
        {
            if (kept.TryGetValue(id!.Value, out var hasOwner) && (hasOwner || await IsKnown(connection, await Recipient(path, stop), stop))) continue;
            File.Delete(path);
            gone++;
        }
        return gone;
    }

    private static async Task<string> Recipient(string file, CancellationToken stop)
    {
        using var message = await MimeKit.MimeMessage.LoadAsync(file, stop);
        return message.To.Mailboxes.FirstOrDefault()?.Address ?? "";
    }

    private static async Task<bool> IsKnown(NpgsqlConnection connection, string address, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("""
            select exists (select from people.users where lower("Email") = lower($1)) or exists (select from people.codes where "UsedAt" is null and position(lower($1) in lower("Data"::text)) > 0)
            """, connection);
        command.Parameters.AddWithValue(address);
        return await command.ExecuteScalarAsync(stop) is true;
    }

    private static async Task<List<string>> All(NpgsqlConnection connection, CancellationToken stop)
    {
        var tables = new List<string>();
        await using var command = new NpgsqlCommand(Tables, connection);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) tables.Add(reader.GetString(0));
        return tables;
    }

    private static async Task<object?> Ask(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        return await command.ExecuteScalarAsync(stop);
    }
}
