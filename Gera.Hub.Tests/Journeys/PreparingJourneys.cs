using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>Jonas prepares an evening: from templates, and from the list he wrote on the train.</summary>
public sealed class PreparingJourneys(HubFixture home, Browser browser)
{
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 20_000 };

    [Theory, InlineData(1280), InlineData(320)]
    public async Task Jonas_prepares_polls_from_a_text_list_with_the_keyboard_alone(int width)
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        await using var desk = await browser.Visitor(jonas.Hub, width, width < 600 ? 740 : 900);
        await desk.LogsIn(jonas.Hub.Demo("leader")[0], $"/live/{code}/leitung");
        await Assertions.Expect(desk.Page.Locator(".next-bar button")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 20_000 });

        await desk.Tab("summary", "Aus einer Textliste");
        await desk.Press("Enter");
        await desk.Tab("#import-list");
        await desk.Types("Wo soll die Bank stehen?\n- Markt\n- Elsterufer\n\n[Antrag, geheim] Soll die Sorge autofrei werden?\n\n[Wahl] Wer leitet?\nAda\nBo");
        await desk.Tab("summary", "So schreiben Sie");
        await desk.Press("Enter");
        await desk.Tab("button", "Vorschau");
        await desk.Press("Enter");
        await Says(desk, ".preview .field-error", "Zeile 7: Die Angabe in eckigen Klammern");
        await Says(desk, ".console [role=status]:not(.unseen):has-text('3 Abstimmungen')", "bei einer stimmt etwas nicht");
        await desk.Stands("form button");
        await Fits(desk, $"list-mistake-{width}");
        Assert.Equal(0, await desk.Page.Locator(".poll-row").CountAsync());

        await desk.Page.Locator("#import-list").FocusAsync();
        await desk.Press("Control+End");
        for (var n = 0; n < "[Wahl] Wer leitet?\nAda\nBo".Length; n++) await desk.Press("Backspace");
        await desk.Types("[Mehrere] Wer leitet?\nAda\nBo");
        await desk.Tab("button", "Vorschau");
        await desk.Press("Enter");
        await desk.Tab("button", "Alle 3 Abstimmungen");
        await Fits(desk, $"list-seen-{width}");
        await desk.Press("Enter");
        await Assertions.Expect(desk.Page.Locator(".poll-row")).ToHaveCountAsync(3, new LocatorAssertionsToHaveCountOptions { Timeout = 20_000 });
        await Says(desk, ".saved:has-text('vorbereitet')", "3 Abstimmungen sind vorbereitet.");
        await Assertions.Expect(desk.Page.Locator("#import-list")).ToHaveValueAsync("");
        Assert.Equal(["Wo soll die Bank stehen?", "Soll die Sorge autofrei werden?", "Wer leitet?"], await desk.Page.Locator(".poll-row .row-text strong").AllInnerTextsAsync());
        // The button that made them is gone; the keyboard stands at the list of polls.
        await desk.Stands("#polls-title");
        await Fits(desk, $"list-made-{width}");
    }

    [Fact]
    public async Task A_template_is_adapted_and_saved()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        await using var phone = await browser.Visitor(jonas.Hub, 320, 740);
        await phone.LogsIn(jonas.Hub.Demo("leader")[0], $"/live/{code}/leitung");
        await phone.Page.Locator(".next-bar button").ClickAsync();
        await phone.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Zufriedenheit" }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator("#poll-question")).ToHaveValueAsync("Wie zufrieden sind Sie mit der heutigen Veranstaltung?", new LocatorAssertionsToHaveValueOptions { Timeout = 20_000 });
        await phone.Stands("#poll-question");
        await phone.Page.Locator("#poll-options").FillAsync("Raum\nTon");
        await Fits(phone, "template-320");
        await phone.Page.Locator("[data-editor] .button.primary").ClickAsync();
        await Says(phone, ".poll-row", "Wie zufrieden sind Sie");
        await Says(phone, ".poll-row", "Bewertung mit Sternen");
    }

    private static Task Says(Visitor visitor, string selector, string words) => Assertions.Expect(visitor.Page.Locator(selector).First).ToContainTextAsync(words, Patient);

    private static async Task Fits(Visitor visitor, string name)
    {
        await visitor.Keeps($"console-{name}.png");
        Assert.Empty(await visitor.Barriers());
        Assert.True(await visitor.FitsInWidth(), name);
    }
}
