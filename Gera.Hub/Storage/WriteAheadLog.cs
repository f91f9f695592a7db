using System.Globalization;
using Npgsql;

namespace Gera.Hub.Storage;

/// <summary>What the embedded database's write-ahead log still tells of rows that are gone is switched, checkpointed and verified gone. A given database keeps its own log its own way.</summary>
public sealed class WriteAheadLog(HubDatabase database)
{
    /// <summary>True when no segment from before this call remains; on a given database nothing is done.</summary>
    public async Task<bool> Forget(CancellationToken stop)
    {
        if (!database.IsEmbedded) return true;
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        var before = await Ask(connection, "select pg_walfile_name(pg_current_wal_insert_lsn())", stop);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await Ask(connection, "select pg_switch_wal()::text", stop);
            await Ask(connection, "checkpoint", stop);
            var left = await Ask(connection, $"select count(*)::text from pg_ls_waldir() where name ~ '^[0-9A-F]{{24}}$' and name <= '{before}'", stop);
            if (int.Parse(left!, CultureInfo.InvariantCulture) == 0) return true;
        }
        return false;
    }

    private static async Task<string?> Ask(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        return await command.ExecuteScalarAsync(stop) as string;
    }
}
