using Gera.Hub.Storage;
using Gera.Hub.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestPostgres))]

namespace Gera.Hub.Tests.Storage;

/// <summary>
/// One server for the whole run, made when the first test asks. A class fixture or a test takes it as a constructor parameter, and takes
/// a database of its own from it.
/// </summary>
public sealed class TestPostgres : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly string folder = TempFolders.Create();
    private EmbeddedPostgres? server;
    private int count;

    /// <summary>A new, empty database, owned by the hub's role. The name is a hint; a number makes it unique in this run.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> NewDatabase(string name)
    {
        var running = await Server();
        var database = $"{name.ToLowerInvariant()}_{Interlocked.Increment(ref count)}";
        await using var source = NpgsqlDataSource.Create(running.Superuser);
        await using var create = source.CreateCommand($"CREATE DATABASE \"{database.Replace("\"", "", StringComparison.Ordinal)}\" OWNER hub");
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(running.ConnectionString) { Database = database }.ConnectionString;
    }

    /// <summary>The server itself, for tests that look at its log, its files, or with a superuser's eyes. Not to be killed: it is everybody's.</summary>
    public async Task<EmbeddedPostgres> Server()
    {
        await turn.WaitAsync();
        try
        {
            return server ??= await EmbeddedPostgres.Start(new EmbeddedPostgresOptions { DataDirectory = folder }, NullLogger.Instance, default);
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
