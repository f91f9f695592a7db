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
    public Task<Visitor> Visitor(RunningHub hub, int width = 1280, int height = 900, bool script = true) => Visitor(hub.Address, width, height, script);

    /// <inheritdoc cref="Visitor(RunningHub, int, int, bool)"/>
    public async Task<Visitor> Visitor(Uri address, int width = 1280, int height = 900, bool script = true, ForcedColors colors = ForcedColors.None)
    {
        var context = await (await Chromium()).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = script,
            Locale = "de-DE",
            ReducedMotion = ReducedMotion.Reduce,
            ForcedColors = colors,
        });
        return new Visitor(context, await context.NewPageAsync(), address);
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
