using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>People in a hall, each in a browser of their own.</summary>
public sealed class HallJourneys(HubFixture home, Browser browser)
{
    private static readonly string[] Answers = ["Bäume", "Bänke", "Brunnen"];

    [Fact]
    public async Task Ada_votes_and_Bo_the_wall_and_the_console_see_the_number_move()
    {
        var jonas = await home.Jonas();
        var (code, poll) = await Open(jonas);
        await using var ada = await (await browser.Visitor(jonas.Hub, 390, 844)).Goes($"/live/{code}");
        await using var bo = await (await browser.Visitor(jonas.Hub, 390, 844)).Goes($"/live/{code}");
        await using var wall = await (await browser.Visitor(jonas.Hub, 1920, 1080)).Goes($"/live/{code}/wand");
        await using var console = await browser.Visitor(jonas.Hub);
        await console.LogsIn(jonas.Hub.Demo("leader")[0], $"/live/{code}/leitung");
        await Expect(wall, "0 Stimmen");

        await ada.Page.GetByText("Bänke").First.ClickAsync();
        await ada.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Abstimmen" }).ClickAsync();

        await Expect(wall, "1 Stimme");
        await bo.Page.GetByText("Bäume").First.ClickAsync();
        await bo.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Abstimmen" }).ClickAsync();
        await Expect(wall, "2 Stimmen");
        await Assertions.Expect(console.Page.Locator("section.current strong.figure").First).ToHaveTextAsync("2", new LocatorAssertionsToHaveTextOptions { Timeout = 15_000 });
        await Eventually.Holds(async () => (await jonas.Get($"/api/live/polls/{poll}"))["voters"].GetInt32() == 2, "The hub did not count two votes.");

        await ada.Page.ReloadAsync();
        await Assertions.Expect(ada.Page.Locator("input[type=radio]:checked")).ToHaveCountAsync(1);
        await ada.Keeps("voter.png");
        await wall.Keeps("projector.png");
        await console.Keeps("console.png");
    }

    [Fact]
    public async Task Cem_votes_with_script_off_and_is_counted()
    {
        var jonas = await home.Jonas();
        var (code, poll) = await Open(jonas);
        await using var cem = await (await browser.Visitor(jonas.Hub, 320, 700, script: false)).Goes("/live");
        await cem.Page.Locator("main input[name=code]").FillAsync($" {code[..3].ToLowerInvariant()} {code[3..]}");
        await cem.Page.Locator("main form button").First.ClickAsync();
        await cem.Page.WaitForURLAsync($"**/live/{code}");
        await cem.Page.GetByText("Brunnen").First.ClickAsync();
        await cem.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Abstimmen" }).ClickAsync();
        await cem.Sees("Ihre Stimme ist gezählt.");
        Assert.Equal(1, (await jonas.Get($"/api/live/polls/{poll}"))["voters"].GetInt32());
        await cem.Page.ReloadAsync();
        await Assertions.Expect(cem.Page.Locator("input[type=radio]:checked")).ToHaveCountAsync(1);
        Assert.True(await cem.FitsInWidth());
    }

    [Fact]
    public async Task Ada_joins_votes_and_changes_with_the_keyboard_alone()
    {
        var jonas = await home.Jonas();
        var (code, poll) = await Open(jonas);
        await using var ada = await (await browser.Visitor(jonas.Hub)).Goes("/live");
        await ada.Page.Locator("main input[name=code]").FocusAsync();
        await ada.Page.Keyboard.TypeAsync(code);
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Page.WaitForURLAsync($"**/live/{code}");
        foreach (var (arrows, votes) in new[] { (1, (long[])[0, 1, 0]), (1, [0, 0, 1]) })
        {
            if (votes[2] == 1)
            {
                await TabTo(ada, "summary");
                await ada.Page.Keyboard.PressAsync("Enter");
            }
            await TabTo(ada, "input[type=radio]");
            for (var i = 0; i < arrows; i++) await ada.Page.Keyboard.PressAsync("ArrowDown");
            await TabTo(ada, "form button");
            await ada.Page.Keyboard.PressAsync("Enter");
            await Eventually.Holds(async () => (await jonas.Get($"/api/live/polls/{poll}"))["options"].EnumerateArray().Select(o => o.GetProperty("votes").GetInt64()).SequenceEqual(votes), $"Not counted as {string.Join(',', votes)}.");
        }
    }

    [Fact]
    public async Task The_minutes_tell_what_was_decided()
    {
        var jonas = await home.Jonas();
        var (code, hall) = await jonas.Session();
        var poll = await jonas.Open(code, new { question = "Soll der Wochenmarkt auch samstags öffnen?", kind = "motion", options = Array.Empty<string>() });
        await using var crowd = await Crowd.Join(jonas.Hub, code, 9);
        await crowd.Vote(poll, n => [n % 3 == 2 ? 2 : 1]);
        await jonas.Close(poll);
        Assert.True((await jonas.Hub.Door.Send<EndSession, Done>(new EndSession(hall), jonas.Caller, TestContext.Current.CancellationToken)).Granted);
        await using var dora = await (await browser.Visitor(jonas.Hub)).Goes($"/live/{code}/protokoll");
        await Expect(dora, "Angenommen: 6 Ja, 3 Nein");
        Assert.Empty(await dora.Barriers());
        await dora.Keeps("minutes.png");
    }

    private static async Task TabTo(Visitor visitor, string selector)
    {
        for (var i = 0; i < 40; i++)
        {
            if (await visitor.Page.EvaluateAsync<bool>("s => document.activeElement.matches('main ' + s)", selector)) return;
            await visitor.Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The keyboard does not reach {selector}.");
    }

    private static Task Expect(Visitor visitor, string text) => visitor.Page.GetByText(text).First.WaitForAsync(new LocatorWaitForOptions { Timeout = 15_000 });

    private static async Task<(string Code, string Poll)> Open(Leader jonas)
    {
        var (code, _) = await jonas.Session();
        return (code, await jonas.Open(code, new { question = "Was braucht der Kornmarkt zuerst?", kind = "single", options = Answers }));
    }
}
