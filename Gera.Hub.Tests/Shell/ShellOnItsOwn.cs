using Gera.Hub.Features.Portal.Home;
using Gera.Hub.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Gera.Hub.Tests.Shell;

/// <summary>Shell and portal without people, store and database: what they answer does not depend on those.</summary>
public sealed class ShellOnItsOwn : IAsyncLifetime
{
    private WebApplication? app;

    public TestServer Server => app!.GetTestServer();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "Gera.Hub",
            EnvironmentName = Environments.Production,
            ContentRootPath = Source.Hub,
        });
        builder.WebHost.UseTestServer();
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.ClearProviders();
        builder.AddShell();
        builder.Services.AddSingleton(services => new HomePlan(services.GetServices<HomeSection>(), _ => Task.FromResult<HomeOrder?>(null)));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(services => services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request.Path == "/ganz-kaputt"
            ? throw new InvalidOperationException("innere Einzelheit") // the frame of every page fails, the error page's too
            : new FooterEntry("/", "BackHome", typeof(ShellTexts), 10));
        app = builder.Build();
        app.UseShell();
        app.MapShell();
        foreach (var path in new[] { "/kaputt", "/api/kaputt" }) app.MapGet(path, (HttpContext _) => throw new InvalidOperationException("innere Einzelheit"));
        foreach (var path in new[] { "/besetzt", "/api/besetzt" }) app.MapGet(path, (HttpContext _) => throw new TimeoutException("innere Einzelheit"));
        app.MapGet("/zu-oft", () => Results.StatusCode(StatusCodes.Status429TooManyRequests));
        app.MapGet("/verboten", () => Results.StatusCode(StatusCodes.Status403Forbidden));
        await app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }
}
