using Gera.Hub.Features.Portal.Press;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>Tilda writes, Ben reads, everybody hears of it; then Tilda puts something right.</summary>
public sealed class PressJourneys(HubFixture home, Browser browser)
{
    [Fact]
    public async Task An_announcement_goes_from_the_desk_to_an_open_home_page_and_is_corrected()
    {
        var hub = await home.Hub();
        var desk = await Newsroom.Open(hub);
        var title = "Brücke offen " + Newsroom.NewId().ToString("N")[^6..];
        await using var annas = await browser.Visitor(hub, 1280, 1400);
        await annas.Goes("/");

        await using var tildas = await browser.Visitor(hub, 1280, 1600);
        await tildas.LogsIn(desk.Tilda.Person, "/presse/redaktion");
        await tildas.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Neue Meldung" }).ClickAsync(new LocatorClickOptions { Timeout = 20_000 });
        await tildas.Page.Locator("#titel").FillAsync(title, new LocatorFillOptions { Timeout = 20_000 });
        await tildas.Page.Locator("#vorspann").FillAsync("Ab heute fährt die Bahn wieder.");
        await tildas.Page.Locator("#text").FillAsync("Die Brücke ist **fertig**, früher als geplant.");
        await tildas.Sees("Gesichert");
        // Who pauses and goes on is kept again.
        await tildas.Page.Locator("#vorspann").FillAsync("Ab morgen fährt die Bahn wieder.");
        var id = Guid.Parse(new Uri(tildas.Page.Url).Segments[^1]);
        await Eventually.Holds(async () => (await hub.Services.GetRequiredService<PressDesk>().Draft(id, desk.Tilda.Id, TestContext.Current.CancellationToken))?.Words.Lead.Contains("morgen", StringComparison.Ordinal) == true, "the second draft was not kept");
        // The line is cut: what was typed is there again.
        var editor = new Uri(tildas.Page.Url).AbsolutePath;
        await tildas.Goes(editor);
        await tildas.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Text übernehmen" }).ClickAsync(new LocatorClickOptions { Timeout = 20_000 });
        await Assertions.Expect(tildas.Page.Locator("#titel")).ToHaveValueAsync(title, new LocatorAssertionsToHaveValueOptions { Timeout = 20_000 });
        Assert.Empty(await tildas.Barriers());
        await tildas.Keeps("press-editor.png");
        await tildas.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Speichern", Exact = true }).ClickAsync();
        await tildas.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Zur Freigabe geben" }).ClickAsync(new LocatorClickOptions { Timeout = 20_000 });
        await tildas.Sees("wartet auf die Freigabe durch eine zweite Person");

        await tildas.Goes(editor + "/bilder");
        await tildas.Page.Locator("#datei").SetInputFilesAsync(new FilePayload { Name = "bruecke.jpg", MimeType = "image/jpeg", Buffer = SomePicture.Of(1600, 900) });
        await tildas.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Bild hinzufügen" }).ClickAsync();
        await tildas.Sees("Bitte geben Sie einen Text ein");
        await tildas.Page.Locator("#datei").SetInputFilesAsync(new FilePayload { Name = "bruecke.jpg", MimeType = "image/jpeg", Buffer = SomePicture.Of(1600, 900) });
        foreach (var (field, words) in new[] { ("#alt", "Eine rote und eine blaue Fläche"), ("#unterschrift", "Die neue Brücke"), ("#nachweis", "Stadt Gera"), ("#recht", "Frei für Berichterstattung") }) await tildas.Page.Locator(field).FillAsync(words);
        await tildas.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Bild hinzufügen" }).ClickAsync();
        await tildas.Sees("Gespeichert");
        Assert.Empty(await tildas.Barriers());
        await tildas.Keeps("press-pictures.png");

        await using var bens = await browser.Visitor(hub, 1280, 1600);
        await bens.LogsIn(desk.Ben.Person, editor);
        await bens.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Freigeben", Exact = true }).ClickAsync(new LocatorClickOptions { Timeout = 20_000 });
        await bens.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sofort veröffentlichen" }).ClickAsync(new LocatorClickOptions { Timeout = 20_000 });
        await bens.Sees("Der Zeitpunkt steht");

        await annas.Page.Locator("topic-note a").First.ClickAsync(new LocatorClickOptions { Timeout = 20_000 });
        await annas.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = title }).ClickAsync(new LocatorClickOptions { Timeout = 20_000 });
        await annas.Sees("früher als geplant");
        await Assertions.Expect(annas.Page.GetByAltText("Eine rote und eine blaue Fläche")).ToBeVisibleAsync();

        await tildas.Goes(editor);
        await tildas.Page.Locator("#text").FillAsync("Die Brücke ist **fertig**, später als geplant.", new LocatorFillOptions { Timeout = 20_000 });
        await tildas.Page.Locator("#hinweis").FillAsync("Nicht früher, sondern später als geplant.");
        await tildas.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Korrektur veröffentlichen" }).ClickAsync();
        await tildas.Sees("Die Korrektur steht in der Meldung");
        await annas.Page.ReloadAsync();
        await annas.Sees("Nicht früher, sondern später als geplant.");
        Assert.Empty(await annas.Barriers());
        await annas.Keeps("press-article.png");
        await tildas.Goes(editor + "/fassungen");
        await tildas.Sees("später");
        Assert.Empty(await tildas.Barriers());
    }

    [Theory]
    [InlineData("/presse", "press-list")]
    [InlineData("/suche?q=Bank", "search")]
    [InlineData("/", "home")]
    public async Task Pages_of_the_portal_are_open_to_everybody_at_any_width(string path, string name)
    {
        var hub = await home.Hub();
        await (await Newsroom.Open(hub)).Out("Bank im Schatten " + Newsroom.NewId().ToString("N")[^6..]);
        foreach (var (width, script) in new[] { (1280, true), (320, false) })
        {
            await using var visitor = await browser.Visitor(hub, width, 1200, script: script);
            await visitor.Goes(path);
            if (script) Assert.Empty(await visitor.Barriers());
            Assert.True(await visitor.FitsInWidth(), $"{path} at {width}");
            await visitor.Keeps($"{name}-{width}.png");
        }
    }
}
