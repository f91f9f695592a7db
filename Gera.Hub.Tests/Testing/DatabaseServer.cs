using Gera.Hub.Storage;
using Gera.Hub.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Gera.Hub.Tests.Testing;

/// <summary>The embedded PostgreSQL all tests of one run share, in a temporary folder; started when the first test asks.</summary>
public sealed class DatabaseServer : IAsyncDisposable
{
    /// <summary>Many hubs live side by side until the run ends, and each keeps a few connections for its clocks.</summary>
    private static readonly Dictionary<string, string> Room = new(StringComparer.Ordinal) { ["max_connections"] = "600" };

    private readonly string folder = TempFolders.Create();
    private readonly SemaphoreSlim turn = new(1, 1);
    private EmbeddedPostgres? server;
    private int count;

    /// <summary>A new, empty database. The name is a hint.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> NewDatabase(string name)
    {
        var running = await Server();
        var database = $"{name.ToLowerInvariant()}_{Interlocked.Increment(ref count)}";
        await using var connection = new NpgsqlConnection(running.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database \"{database}\"", connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(running.ConnectionString) { Database = database, MaxPoolSize = 25, ConnectionIdleLifetime = 6, ConnectionPruningInterval = 3 }.ConnectionString;
    }

    /// <summary>The server itself, for tests that look with a superuser's eyes. Not to be killed: it is everybody's.</summary>
    public async Task<EmbeddedPostgres> Server()
    {
        await turn.WaitAsync();
        try
        {
            return server ??= await EmbeddedPostgres.Start(new EmbeddedPostgresOptions { DataDirectory = folder, Settings = Room }, NullLogger.Instance, CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        TempFolders.Remove(folder);
        turn.Dispose();
    }
}
