using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>Jonas prepares an evening: every kind of poll, in the order he wants.</summary>
public sealed class EditorJourneys(HubFixture home, Browser browser)
{
    private static readonly string[] Kinds = ["Single", "Multiple", "Rating", "Ranking", "Points", "Text", "Motion"];

    [Fact]
    public async Task Jonas_makes_all_seven_kinds_moves_doubles_and_rewords_them()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        await using var desk = await browser.Visitor(jonas.Hub);
        await desk.LogsIn(jonas.Hub.Demo("leader")[0], $"/live/{code}/leitung");
        await desk.Page.Locator(".next-bar button").ClickAsync();
        var rows = desk.Page.Locator(".poll-row");
        foreach (var (n, kind) in Kinds.Index())
        {
            await desk.Page.Locator("#poll-kind").SelectOptionAsync(kind);
            await desk.Page.Locator("#poll-question").FillAsync($"Frage {kind}?");
            if (kind is not "Text" and not "Motion") await desk.Page.Locator("#poll-options").FillAsync("Markt\nUfer\nBerg");
            await desk.Page.Locator("details.editor").GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
            await Assertions.Expect(rows).ToHaveCountAsync(n + 1, new() { Timeout = 15_000 });
        }
        await Shows(rows, Kinds.Select(kind => $"Frage {kind}?"));

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Nach oben: Frage Motion?" }).ClickAsync();
        await Shows(rows, ["Frage Single?", "Frage Multiple?", "Frage Rating?", "Frage Ranking?", "Frage Points?", "Frage Motion?", "Frage Text?"]);

        await rows.First.Locator("summary").First.ClickAsync();
        await rows.First.GetByRole(AriaRole.Button, new() { Name = "Verdoppeln" }).ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(8, new() { Timeout = 15_000 });
        await rows.First.GetByRole(AriaRole.Button, new() { Name = "Bearbeiten" }).ClickAsync();
        var question = rows.First.Locator("input[id^='poll-question-']");
        await Assertions.Expect(question).ToHaveValueAsync("Frage Single?");
        await question.FillAsync("Neue Frage?");
        await rows.First.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await Assertions.Expect(rows.First).ToContainTextAsync("Neue Frage?", new() { Timeout = 15_000 });
        await Assertions.Expect(rows.Filter(new() { HasText = "Frage Single?" })).ToHaveCountAsync(1);
        Assert.Empty(await desk.Barriers());
    }

    private static async Task Shows(ILocator rows, IEnumerable<string> questions) =>
        await Assertions.Expect(rows.Locator("strong")).ToHaveTextAsync(questions, new() { Timeout = 15_000 });
}
