using Npgsql;

namespace Gera.Hub.Storage;

/// <summary>An acknowledged vote must survive a power cut, so the hub refuses a database that answers before it has written.</summary>
internal static class Durability
{
    private static readonly (string Setting, string[] Allowed)[] Demands =
    [
        ("fsync", ["on"]),
        ("full_page_writes", ["on"]),
        ("synchronous_commit", ["on", "remote_write", "remote_apply"]),
    ];

    /// <exception cref="StartRefused">A setting would let acknowledged votes be lost, or the server is too old.</exception>
    public static async Task Demand(NpgsqlConnection connection, CancellationToken stop)
    {
        if (connection.PostgreSqlVersion.Major < 15)
            throw new StartRefused($"PostgreSQL {connection.PostgreSqlVersion} is too old: the hub needs version 15 or newer.");
        foreach (var (setting, allowed) in Demands)
        {
            await using var show = new NpgsqlCommand($"show {setting}", connection);
            var value = (string)(await show.ExecuteScalarAsync(stop))!;
            if (!allowed.Contains(value))
                throw new StartRefused($"PostgreSQL runs with {setting} = {value}: votes that were acknowledged could be lost. Please set {setting} = on and start the hub again.");
        }
    }
}
