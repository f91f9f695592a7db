using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>Somebody at a screen.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> troubles = new();

    internal Visitor(IBrowserContext context, IPage page, Uri home)
    {
        (this.context, Page) = (context, page);
        page.Request += (_, request) =>
        {
            if (Uri.TryCreate(request.Url, UriKind.Absolute, out var to) && to.Scheme is "http" or "https" or "ws" or "wss" && to?.Authority != home.Authority) troubles.Enqueue($"foreign: {request.Url}");
        };
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) troubles.Enqueue($"policy: {message.Text}");
        };
        page.PageError += (_, error) => troubles.Enqueue($"script: {error}");
    }

    public IPage Page { get; }

    /// <summary>Foreign requests, refused scripts and script errors so far.</summary>
    public IReadOnlyCollection<string> Troubles => troubles;

    public async Task<Visitor> Goes(string path)
    {
        await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return this;
    }

    /// <summary>The sentence on the page that holds these words, waited for.</summary>
    public Task Sees(string text) => Assertions.Expect(Page.Locator("main").GetByText(text).First).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 20_000 });

    public Task SeesNothingOf(string text) => Assertions.Expect(Page.Locator("main").GetByText(text)).ToHaveCountAsync(0, new LocatorAssertionsToHaveCountOptions { Timeout = 20_000 });

    /// <summary>Presses the ballot's own button.</summary>
    public Task Votes() => Page.Locator("form.ballot button:not([type])").ClickAsync();

    /// <summary>Takes the network away, or gives it back.</summary>
    public Task Offline(bool away) => context.SetOfflineAsync(away);

    public async Task LogsIn((string Mail, string Password) person, string target)
    {
        await Goes($"/anmelden?ziel={Uri.EscapeDataString(target)}");
        await Page.Locator("input[type=email]").FillAsync(person.Mail);
        await Page.Locator("input[type=password]").FillAsync(person.Password);
        await Page.Locator("main form:not(#passkey) button").ClickAsync();
        await Page.WaitForURLAsync("**" + target);
    }

    /// <summary>What axe finds against WCAG 2.2 AA on the page as it stands.</summary>
    public async Task<string[]> Barriers()
    {
        var found = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        return [.. found.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}"))];
    }

    /// <summary>Whether the page can be read without scrolling sideways, once all of its styles are there.</summary>
    public async Task<bool> FitsInWidth()
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        return await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    }

    /// <summary>What reaches beyond the right edge, for the message of a test.</summary>
    public Task<string> Wide() => Page.EvaluateAsync<string>("[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).slice(0, 12).map(e => e.tagName + '.' + e.className).join('; ')");

    /// <summary>Keeps a picture for the README when <c>HUB_PICTURES</c> names a folder.</summary>
    public async Task Keeps(string name)
    {
        if (Environment.GetEnvironmentVariable("HUB_PICTURES") is { Length: > 0 } folder) await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name) });
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(troubles);
        await context.DisposeAsync();
    }
}
