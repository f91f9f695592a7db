using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>Voting cards from the console to the printer and into a hand.</summary>
public sealed class CardJourneys(HubFixture home, Browser browser)
{
    [Fact]
    public async Task Cards_are_printed_once_and_used_once_and_replaced()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session("card");
        await using var desk = await browser.Visitor(jonas.Hub);
        await desk.Page.AddInitScriptAsync("window.print = () => { window.printed = (window.printed || 0) + 1; };");
        await desk.LogsIn(jonas.Hub.Demo("leader")[0], $"/live/{code}/leitung");
        await Issue(desk, 10);
        var shown = await desk.Page.Locator(".console .voting-card .code").AllInnerTextsAsync();
        Assert.Equal(10, shown.Distinct().Count(card => card is { Length: 14 } && card[4] == '-' && card[9] == '-'));

        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Drucken", Exact = true }).ClickAsync();
        await Eventually.Holds(() => desk.Page.EvaluateAsync<bool>("() => window.printed === 1"), "Nothing was printed.");
        // The circuit's own part of the page shows what the circuit still knows: nothing.
        await Assertions.Expect(desk.Page.Locator(".console .voting-card")).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Page.Locator("body > .paper .voting-card")).ToHaveCountAsync(10);
        await IsA4(desk);
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Fertig" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".voting-card")).ToHaveCountAsync(0);

        await using var ada = await (await browser.Visitor(jonas.Hub, 360, 740)).Goes($"/live/{code}?karte={shown[0]}");
        await ada.Page.Locator("form[action$=karte] button").First.ClickAsync();
        await Says(desk, "#cards-title + p", "10 ausgegeben, 1 benutzt, 0 gesperrt");

        await desk.Page.Locator("#cards-title ~ details summary").ClickAsync();
        await desk.Page.Locator("#card-number").FillAsync("2");
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sperren und ersetzen" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".console .voting-card")).ToHaveCountAsync(1);
        var saving = desk.Page.WaitForDownloadAsync();
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Als CSV laden" }).ClickAsync();
        var file = await File.ReadAllTextAsync(await (await saving).PathAsync(), TestContext.Current.CancellationToken);
        Assert.Matches($"^\uFEFF?Nummer;Code;Adresse\r\n11;[A-Z0-9-]{{14}};http.*karte=", file);
        await Assertions.Expect(desk.Page.Locator(".voting-card")).ToHaveCountAsync(0);
        await Says(desk, "#cards-title + p", "11 ausgegeben, 1 benutzt, 1 gesperrt");
    }

    private static async Task Issue(Visitor desk, int count)
    {
        await desk.Page.Locator("#card-count").FillAsync($"{count}");
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Karten ausgeben" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".console .voting-card")).ToHaveCountAsync(count);
    }

    /// <summary>On paper: the cards, eight to a page and nothing cut off, and nothing else.</summary>
    private static async Task IsA4(Visitor desk)
    {
        await desk.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await desk.Page.SetViewportSizeAsync(673, 986);
        Assert.Equal(["paper"], await desk.Page.EvaluateAsync<string[]>("() => [...document.body.children].filter(e => e.getClientRects().length > 0).map(e => e.className)"));
        Assert.Equal(0, await desk.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('.paper .voting-card')].filter(c => c.scrollHeight > c.clientHeight + 1 || c.scrollWidth > c.clientWidth + 1).length"));
        if (Environment.GetEnvironmentVariable("HUB_PICTURES") is { Length: > 0 } folder)
            await desk.Page.PdfAsync(new PagePdfOptions { Path = Path.Combine(folder, "cards.pdf"), PreferCSSPageSize = true });
        await desk.Keeps("cards.png");
        var pdf = System.Text.Encoding.Latin1.GetString(await desk.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));
        Assert.Contains("/Count 2", pdf, StringComparison.Ordinal);
        await desk.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await desk.Page.SetViewportSizeAsync(1280, 900);
    }

    private static async Task Says(Visitor visitor, string selector, string words) =>
        await Assertions.Expect(visitor.Page.Locator(selector).First).ToContainTextAsync(words, new LocatorAssertionsToContainTextOptions { Timeout = 10_000 });
}
