using Gera.Hub.Storage.Files;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Gera.Hub.Storage;

/// <summary>The room's door: the database, Marten, seeds, health.</summary>
public static class StorageRoom
{
    /// <summary>Opens the database first (an embedded one is started), since everything else is built on its address.</summary>
    public static async Task AddStorage(this WebApplicationBuilder builder, ILoggerFactory logs)
    {
        var services = builder.Services;
        services.AddOptions<HubOptions>().BindConfiguration(HubOptions.Section, o => o.ErrorOnUnknownConfiguration = true).ValidateDataAnnotations().ValidateOnStart();
        var hub = builder.Configuration.GetSection(HubOptions.Section).Get<HubOptions>() ?? new HubOptions();
        var given = builder.Configuration.GetConnectionString("Hub");
        var database = string.IsNullOrWhiteSpace(given) ? await OpenEmbedded(hub, logs) : HubDatabase.Given(given);

        services.AddSingleton(_ => database);
        services.AddSingleton(new DemoMode(hub.Demo ?? database.IsEmbedded));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<DemoTown>();
        services.AddSingleton<PublicAddress>().AddSingleton<OutsideFetch>();
        services.AddHubStore();
        services.AddFiles();
        services.AddSingleton<Opening>();
        services.AddHostedService(provider => provider.GetRequiredService<Opening>());
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
    }

    /// <summary>Until the opening is over there is nothing to ask: everything but health is told to come back.</summary>
    public static void UseOpening(this WebApplication app)
    {
        var opening = app.Services.GetRequiredService<Opening>();
        app.Use((http, next) =>
        {
            if (opening.IsOpen || http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)) return next(http);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "2";
            return Task.CompletedTask;
        });
    }

    public static void MapStorage(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).DisableHttpMetrics();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).DisableHttpMetrics();
    }

    private static async Task<HubDatabase> OpenEmbedded(HubOptions hub, ILoggerFactory logs)
    {
        var options = new EmbeddedPostgresOptions { DataDirectory = Path.GetFullPath(hub.DataDirectory), Fresh = hub.Fresh };
        var server = await EmbeddedPostgres.Start(options, logs.CreateLogger<EmbeddedPostgres>(), CancellationToken.None);
        return HubDatabase.Embedded(server.ConnectionString, server);
    }
}

/// <summary>Ready when the opening is over and the database answers.</summary>
internal sealed class DatabaseHealth(HubDatabase database, Opening opening) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!opening.IsOpen) return HealthCheckResult.Unhealthy("opening");
        try
        {
            await using var command = database.Source.CreateCommand("select 1");
            command.CommandTimeout = 2;
            await command.ExecuteScalarAsync(cancellationToken).WaitAsync(TimeSpan.FromSeconds(2), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or OperationCanceledException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
