using Marten;
using Npgsql;

namespace Gera.Hub.Storage;

/// <summary>What happens once before the hub is ready: the database is looked over and the schema brought up to date before anything else starts, then seeds are sown.</summary>
internal sealed class Opening(HubDatabase database, IDocumentStore store, IServiceScopeFactory scopes, IEnumerable<Migration> migrations, IEnumerable<SeedEntry> seeds,
    DemoTown town, DemoMode demo, IHostApplicationLifetime life, ILogger<Opening> log) : BackgroundService, IHostedLifecycleService
{
    /// <summary>Several processes may start at once; one at a time opens. Any number nobody else uses.</summary>
    private const long Lock = 0x4765726148756200;

    /// <summary>Set when the hub may take requests.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Before any other part of the hub starts, since several of them read tables at once.</summary>
    /// <exception cref="StartRefused">The database would lose votes, or is too old; the message says which setting.</exception>
    public Task StartingAsync(CancellationToken cancellationToken) => Alone(async connection =>
    {
        await Durability.Demand(connection, cancellationToken);
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        foreach (var migration in migrations)
        {
            await using var scope = scopes.CreateAsyncScope();
            await migration.Apply(scope.ServiceProvider, cancellationToken);
        }
    }, cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Alone(_ => Sow(stoppingToken), stoppingToken);
            IsOpen = true;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            var foreseen = StartRefused.Sentence(e);
            log.LogCritical(foreseen is null ? e : null, "The hub cannot open: {Reason}", foreseen ?? e.Message);
            Environment.ExitCode = 1;
            life.StopApplication();
        }
    }

    private async Task Sow(CancellationToken stop)
    {
        foreach (var entry in seeds.OrderBy(s => s.Order))
        {
            await using var scope = scopes.CreateAsyncScope();
            await ((ISeed)scope.ServiceProvider.GetRequiredService(entry.Seed)).Sow(demo.IsOn, stop);
        }
        foreach (var line in town.Lines) Console.WriteLine(line);
    }

    private async Task Alone(Func<NpgsqlConnection, Task> work, CancellationToken stop)
    {
        await using var connection = await Connect(stop);
        await using (var take = new NpgsqlCommand($"select pg_advisory_lock({Lock})", connection) { CommandTimeout = 240 }) await take.ExecuteNonQueryAsync(stop);
        await work(connection);
        await using var give = new NpgsqlCommand($"select pg_advisory_unlock({Lock})", connection);
        await give.ExecuteNonQueryAsync(stop);
    }

    /// <summary>A database that is still starting is waited for, half a minute at most.</summary>
    private async Task<NpgsqlConnection> Connect(CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.Source.OpenConnectionAsync(stop);
            }
            catch (NpgsqlException e) when (attempt < 60 && e is not PostgresException { SqlState: not (PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections) })
            {
                log.LogWarning("The database does not answer yet ({Reason})", e.Message);
                await Task.Delay(TimeSpan.FromMilliseconds(500), stop);
            }
        }
    }
}

/// <summary>Whether the demo town is on.</summary>
public sealed record DemoMode(bool IsOn);
