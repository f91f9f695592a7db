using Npgsql;

namespace Gera.Hub.Tests.Testing;

/// <summary>The PostgreSQL tests run on: the server named by <c>HUB_TEST_POSTGRES</c> (its owner may create databases).</summary>
public sealed class DatabaseServer : IAsyncDisposable
{
    private readonly string server = Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES")
        ?? throw new InvalidOperationException("Please set HUB_TEST_POSTGRES to a connection string of a PostgreSQL server where databases may be created.");

    private readonly List<string> made = [];
    private int count;

    /// <summary>A new, empty database; dropped at the end of the run. The name is a hint.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> NewDatabase(string name)
    {
        var database = $"{name.ToLowerInvariant()}_{Environment.ProcessId}_{Interlocked.Increment(ref count)}";
        await Run($"create database \"{database}\"");
        lock (made) made.Add(database);
        return new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in made) await Run($"drop database if exists \"{database}\" with (force)");
    }

    private async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
    }
}
