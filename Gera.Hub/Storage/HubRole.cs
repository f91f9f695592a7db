using Npgsql;

namespace Gera.Hub.Storage;

/// <summary>The role and the database <c>hub</c> in a server of our own.</summary>
internal static class HubRole
{
    /// <summary>
    /// Makes what is missing. The role owns its databases and no more, as a given PostgreSQL would have it, but may also force and see
    /// what secrecy asks of a server: close a segment of the write-ahead log, checkpoint, list the segments.
    /// </summary>
    public static async Task Ensure(string superuser, string password, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync(stop);
        if (!await Exists(connection, "pg_roles WHERE rolname = 'hub'", stop))
            await Execute(connection, $"CREATE ROLE hub LOGIN CREATEDB PASSWORD '{password}' IN ROLE pg_checkpoint, pg_monitor", stop);
        if (await Exists(connection, "pg_database WHERE datname = 'hub'", stop)) return;

        // Rights on functions are kept per database; those made from the template have it.
        var template = new NpgsqlConnectionStringBuilder(superuser) { Database = "template1" }.ConnectionString;
        await using (var inTemplate = new NpgsqlConnection(template))
        {
            await inTemplate.OpenAsync(stop);
            await Execute(inTemplate, "GRANT EXECUTE ON FUNCTION pg_switch_wal() TO hub", stop);
        }

        await Execute(connection, "CREATE DATABASE hub OWNER hub", stop);
    }

    private static async Task<bool> Exists(NpgsqlConnection connection, string what, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand($"SELECT EXISTS (SELECT 1 FROM {what})", connection);
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }
}
