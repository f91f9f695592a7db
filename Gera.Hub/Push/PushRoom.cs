using Gera.Hub.Storage;
using Marten;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gera.Hub.Push;

/// <summary>The room's door: SignalR, topics, letters between processes.</summary>
public static class PushRoom
{
    public static void AddPush(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Topics>();
        services.AddSingleton(typeof(HubLifetimeManager<>), typeof(Audience<>));
        services.AddSingleton<Postbox>();
        services.AddHostedService(provider => provider.GetRequiredService<Postbox>());
        services.AddHostedService<Tidy>();
        services.AddSingleton<IDocumentSessionListener, StoreTopics>();
        services.AddSingleton(new TopicRule("home", (_, _, _) => Task.FromResult(true)));
        services.AddHealthChecks().AddCheck<PostboxHealth>("letters", tags: ["ready"]);
        services.AddSingleton<RefusedCalls>();
        services.AddSignalR(options =>
        {
            options.AddFilter<RefusedCalls>();
            options.ClientTimeoutInterval = TimeSpan.FromMinutes(2);
            options.HandshakeTimeout = TimeSpan.FromMinutes(1);
            options.KeepAliveInterval = TimeSpan.FromSeconds(15);
            options.MaximumReceiveMessageSize = 32 * 1024;
            options.EnableDetailedErrors = false;
        });
    }

    public static void MapPush(this WebApplication app)
    {
        var (postbox, topics) = (app.Services.GetRequiredService<Postbox>(), app.Services.GetRequiredService<Topics>());
        postbox.On(Postbox.Topic, topics.Changed);
    }

    /// <summary>A page of a foreign site may neither open a connection nor call what needs no form with our visitors' cookies. Programs send no Origin and are welcome.</summary>
    public static void UseOwnOriginOnly(this WebApplication app, params string[] paths) => app.Use(async (http, next) =>
    {
        var guarded = paths.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
        if (guarded && http.Request.Headers.Origin is [{ Length: > 0 } origin] && !IsOwn(origin, http))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        await next(http);
    });

    private static bool IsOwn(string origin, HttpContext http)
    {
        var hub = http.RequestServices.GetRequiredService<Microsoft.Extensions.Options.IOptions<Storage.HubOptions>>().Value;
        var own = hub.PublicAddress ?? $"{http.Request.Scheme}://{http.Request.Host}";
        return string.Equals(origin, own, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Ends connections that do not read what they are sent.</summary>
internal sealed class Tidy(Topics topics, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            foreach (var (_, listener) in topics.Connections) listener.DropIfStuck(Longest);
    }
}

/// <summary>Not ready while letters between processes may be missed.</summary>
internal sealed class PostboxHealth(Postbox postbox) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(postbox.IsListening ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Letters between processes are not being read."));
}
