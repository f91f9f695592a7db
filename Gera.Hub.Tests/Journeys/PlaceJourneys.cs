using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>An idea with a picture and a place, written on a phone; found on the map; without script, too.</summary>
public sealed class PlaceJourneys(HubFixture home, Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Anna_adds_a_picture_and_a_place_and_Bogdan_sees_both(bool script)
    {
        var hub = await home.Hub();
        var anna = await Somebody.WithPassword(hub);
        var word = "Lesebank" + anna.Id.ToString("N")[^6..];
        await using var annas = await browser.Visitor(hub, 360, 800, script: script);
        await annas.LogsIn(anna.Person, "/ideen/neu");
        await annas.Page.Locator("#titel").FillAsync(word);
        await annas.Page.Locator("#kurz").FillAsync("Eine Bank, auf der man lesen kann.");
        await annas.Page.Locator("#thema").SelectOptionAsync("bildung");
        await annas.Page.Locator("#wo").SelectOptionAsync("ideenkasten/");

        await Adds(annas, "bild.jpg", SomePicture.Svg, "Leere Ecke am Kornmarkt");
        await annas.Sees("Diese Datei können wir nicht lesen");
        Assert.Equal(word, await annas.Page.Locator("#titel").InputValueAsync());
        Assert.Equal("Leere Ecke am Kornmarkt", await annas.Page.Locator("#bildworte").InputValueAsync());
        await Adds(annas, "harmlos.exe", SomePicture.Of(), "Leere Ecke am Kornmarkt");
        await Assertions.Expect(annas.Page.Locator(".attached li")).ToHaveCountAsync(1, new LocatorAssertionsToHaveCountOptions { Timeout = 20_000 });
        Assert.Equal(word, await annas.Page.Locator("#titel").InputValueAsync());
        if (script)
        {
            Assert.Empty(await annas.Barriers());
            await annas.Page.Locator("town-map").ScrollIntoViewIfNeededAsync();
            await annas.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Mitte der Karte wählen" }).ClickAsync(new LocatorClickOptions { Timeout = 20_000 });
            await Assertions.Expect(annas.Page.Locator("town-map .map-pin")).ToHaveCountAsync(1);
            var (map, pin) = ((await annas.Page.Locator("town-map").BoundingBoxAsync())!, (await annas.Page.Locator("town-map .map-pin").BoundingBoxAsync())!);
            Assert.InRange(pin.X + pin.Width / 2 - map.X - map.Width / 2, -3, 3);
            Assert.InRange(pin.Y + pin.Height - map.Y - map.Height / 2, -8, 8);
            await annas.Page.Locator(".place").ScrollIntoViewIfNeededAsync();
            await annas.Keeps("idea-place-phone.png");
        }
        else
        {
            await annas.Page.GetByText("Koordinaten eingeben").ClickAsync();
            await annas.Page.Locator("#breite").FillAsync("50,8803");
            await annas.Page.Locator("#laenge").FillAsync("12.0819");
        }
        await annas.Page.Locator("input[name='Form.Through'][value=Self]").CheckAsync();
        await annas.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Einreichen", Exact = true }).ClickAsync();
        await annas.Sees("Ihre Idee ist eingereicht");
        var idea = new Uri(annas.Page.Url).AbsolutePath;

        await using var bogdans = await browser.Visitor(hub, 1280, 1400, script: script);
        await bogdans.Goes(idea);
        await bogdans.Sees("Ort der Idee");
        await Assertions.Expect(bogdans.Page.GetByAltText("Leere Ecke am Kornmarkt")).ToBeVisibleAsync();
        if (!script) return;
        await bogdans.Page.Locator("town-map .map-pin").WaitForAsync(new LocatorWaitForOptions { Timeout = 20_000 });
        Assert.Empty(await bogdans.Barriers());
        await bogdans.Keeps("idea-with-picture.png");
        await bogdans.Goes($"/ideen?suche={word}&karte=true");
        await bogdans.Page.Locator("town-map .map-pin").PressAsync("Enter", new LocatorPressOptions { Timeout = 20_000 });
        await bogdans.Page.Locator("town-map .leaflet-popup-content a").WaitForAsync();
        Assert.Empty(await bogdans.Barriers());
        await bogdans.Keeps("ideas-on-the-map.png");
        await bogdans.Page.Locator("town-map .leaflet-popup-content a").ClickAsync();
        await bogdans.Sees("Ort der Idee");
    }

    [Fact]
    public async Task The_map_of_all_ideas_fits_a_phone()
    {
        var hub = await home.Hub();
        await using var visitor = await browser.Visitor(hub, 320, 900);
        await visitor.Goes("/ideen?karte=true");
        await visitor.Page.Locator("town-map").ScrollIntoViewIfNeededAsync();
        await visitor.Page.Locator("town-map .map-district").First.WaitForAsync(new LocatorWaitForOptions { Timeout = 20_000, State = WaitForSelectorState.Attached });
        Assert.Empty(await visitor.Barriers());
        Assert.True(await visitor.FitsInWidth());
        await visitor.Keeps("map-phone.png");
    }

    private static async Task Adds(Visitor visitor, string name, byte[] content, string words)
    {
        await visitor.Page.Locator("#datei").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "image/jpeg", Buffer = content });
        await visitor.Page.Locator("#bildworte").FillAsync(words);
        await visitor.Page.Locator("input[name='Form.FileRights']").CheckAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Datei hinzufügen" }).ClickAsync();
    }
}
