using Microsoft.Playwright;

[assembly: Xunit.AssemblyFixture(typeof(Gera.Hub.Tests.Journeys.Browser))]

namespace Gera.Hub.Tests.Journeys;

/// <summary>One Chromium for all journeys: the one named by <c>HUB_CHROMIUM</c>, else Debian's.</summary>
public sealed class Browser : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A person with a browser of their own: nothing of anyone else's cookies. Every foreign request and every refused script is remembered.</summary>
    public async Task<Visitor> Visitor(RunningHub hub, int width = 1280, int height = 900, bool script = true)
    {
        var context = await (await Chromium()).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = hub.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = script,
            Locale = "de-DE",
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Visitor(context, await context.NewPageAsync(), hub.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        turn.Dispose();
    }

    private async Task<IBrowser> Chromium()
    {
        await turn.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Environment.GetEnvironmentVariable("HUB_CHROMIUM") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        finally
        {
            turn.Release();
        }
    }
}
