using System.Globalization;
using Npgsql;

namespace Gera.Hub.Storage;

/// <summary>The write-ahead log of a server of our own: what was written stays in it until its segments are gone.</summary>
internal static class WalSegments
{
    private const int Attempts = 5;

    /// <summary>Closes the current segment, checkpoints, and looks. True when no segment from before this call remains.</summary>
    public static async Task<bool> Drop(HubDatabase database, CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        var before = await Ask(connection, "select pg_walfile_name(pg_current_wal_insert_lsn())", stop);
        for (var attempt = 0; attempt < Attempts; attempt++)
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
