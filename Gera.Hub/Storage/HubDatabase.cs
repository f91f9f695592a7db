using Npgsql;

namespace Gera.Hub.Storage;

/// <summary>The PostgreSQL the hub lives on: given by <c>ConnectionStrings:Hub</c>, or embedded below the data directory.</summary>
public sealed class HubDatabase : IAsyncDisposable
{
    private readonly IAsyncDisposable? embedded;

    private HubDatabase(string connectionString, IAsyncDisposable? embedded)
    {
        this.embedded = embedded;
        ConnectionString = WithDefaults(connectionString);
        Source = NpgsqlDataSource.Create(ConnectionString);
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    /// <summary>True when the hub brought its own PostgreSQL and may switch and check WAL segments.</summary>
    public bool IsEmbedded => embedded is not null;

    /// <exception cref="StartRefused">It cannot be read as one.</exception>
    public static HubDatabase Given(string connectionString)
    {
        try
        {
            return new HubDatabase(connectionString, null);
        }
        catch (ArgumentException e)
        {
            throw new StartRefused("ConnectionStrings:Hub cannot be read. It looks like Host=db.example.org;Database=hub;Username=hub;Password=…", e);
        }
    }

    public static HubDatabase Embedded(string connectionString, IAsyncDisposable server) => new(connectionString, server);

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (embedded is not null) await embedded.DisposeAsync();
    }

    // A database that does not answer must be noticed within seconds, and repeated statements be planned once.
    private static string WithDefaults(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        if (!given.ContainsKey("Timeout")) given.Timeout = 2;
        if (!given.ContainsKey("Cancellation Timeout")) given.CancellationTimeout = 500;
        if (!given.ContainsKey("Max Auto Prepare")) (given.MaxAutoPrepare, given.AutoPrepareMinUsages) = (60, 3);
        if (!given.ContainsKey("Maximum Pool Size")) given.MaxPoolSize = 30;
        if (!given.ContainsKey("Application Name")) given.ApplicationName = "gera-hub";
        // The driver would ask for Kerberos at each connect, and fail loudly where its library is missing, as in the container.
        if (!given.ContainsKey("GSS Encryption Mode")) given.GssEncryptionMode = GssEncryptionMode.Disable;
        return given.ConnectionString;
    }
}
