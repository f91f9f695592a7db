using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>The city's face: the menu, its pages in both lights and widths, and a message to the city without any script.</summary>
public sealed class PortalJourneys(HubFixture home, Browser browser)
{
    [Fact]
    public async Task The_menu_opens_with_the_keyboard_and_Escape_gives_the_place_back()
    {
        var hub = await home.Hub();
        await using var anna = await (await browser.Visitor(hub, 320, 700)).Goes("/kontakt");
        var summary = anna.Page.Locator(".top-menu > summary");
        await summary.FocusAsync();
        await anna.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(anna.Page.Locator(".top-menu nav a").First).ToBeVisibleAsync();
        await anna.Page.Keyboard.PressAsync("Tab");
        await anna.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(anna.Page.Locator(".top-menu nav a").First).ToBeHiddenAsync();
        await Assertions.Expect(summary).ToBeFocusedAsync();
        // From 1,000 pixels on everything stands open, in one line.
        await anna.Page.SetViewportSizeAsync(1000, 700);
        await Assertions.Expect(summary).ToBeHiddenAsync();
        var tops = await anna.Page.Locator(".top-menu nav a").EvaluateAllAsync<double[]>("links => links.map(link => Math.round(link.getBoundingClientRect().top))");
        Assert.Single(tops.Distinct());
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    public async Task The_pages_of_the_city_are_for_everyone(int width, ColorScheme light)
    {
        var hub = await home.Hub();
        await using var anna = await browser.Visitor(hub, width, 900);
        await anna.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = light });
        foreach (var path in new[] { "/", "/kontakt", "/datenschutz", "/leichte-sprache", "/gebaerdensprache/kontakt", "/stimmen", "/stimmen/irene-wolfram", "/videos", "/presse/verteiler", "/gibt-es-nicht" })
        {
            await anna.Goes(path);
            Assert.True(await anna.Barriers() is [], $"{path} at {width}: {string.Join("; ", await anna.Barriers())}");
            Assert.True(await anna.FitsInWidth(), $"{path} scrolls sideways at {width} pixels.");
        }
        if (width < 500) await anna.Page.Locator(".top-menu > summary").ClickAsync();
        Assert.Empty(await anna.Barriers());
        var (mail, password) = hub.Demo("editor")[0];
        await anna.LogsIn((mail, password), "/verwaltung/startseite");
        foreach (var path in new[] { "/verwaltung/startseite", "/verwaltung/seiten", "/verwaltung/seiten/kontakt/standard/de", "/verwaltung/rueckmeldungen", "/verwaltung/stimmen", "/verwaltung/videos" })
        {
            await anna.Goes(path);
            Assert.True(await anna.Barriers() is [], $"{path} at {width}: {string.Join("; ", await anna.Barriers())}");
            Assert.True(await anna.FitsInWidth(), $"{path} scrolls sideways at {width} pixels.");
        }
    }

    [Fact]
    public async Task A_message_reaches_the_city_without_script()
    {
        var hub = await home.Hub();
        await using var anna = await (await browser.Visitor(hub, 360, 740, script: false)).Goes("/");
        await anna.Page.Locator("footer a[href='/kontakt']").ClickAsync();
        await anna.Page.Locator("textarea").FillAsync("Wann öffnet das Studio?");
        await anna.Page.Locator("#schreiben button").ClickAsync();
        await anna.Sees("Ihre Nachricht ist angekommen.");
        await anna.Sees("Wann öffnet das Studio?");
        await anna.Page.Locator(".top-menu > summary").ClickAsync();
        await anna.Page.Locator(".top-menu nav a[href='/ideen']").ClickAsync();
        await anna.Page.WaitForURLAsync("**/ideen");
    }
}
