using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>Jonas leads from his phone and from his desk, with people waiting.</summary>
public sealed class ConsoleJourneys(HubFixture home, Browser browser)
{
    [Fact]
    public async Task Jonas_leads_a_whole_session_with_the_keyboard_alone()
    {
        var jonas = await home.Jonas();
        await using var desk = await Console(jonas, "/leitung", 1280);
        await desk.Tab("#title");
        await desk.Types("Ortsteilrat Lusan");
        await desk.Press("Enter");
        await desk.Page.WaitForURLAsync("**/live/*/leitung");
        await Says(desk, ".next-bar strong", "Nächste Abstimmung vorbereiten");

        await desk.Tab(".next-bar button");
        await desk.Press("Enter");
        await desk.Stands("#poll-question");
        await desk.Types("Wo soll die Bank stehen?");
        await desk.Tab("#poll-options");
        await desk.Types("Markt\nElsterufer");
        await desk.Tab(".editor button");
        await desk.Press("Enter");
        await Says(desk, ".poll-row", "Wo soll die Bank stehen?");
        // Ready for the next one.
        await desk.Stands("#poll-question");

        await desk.Tab(".next-bar button");
        await desk.Press("Enter");
        await Says(desk, ".next-bar strong", "Abstimmung schließen");
        await desk.Stands(".next-bar button");
        await Says(desk, ".current .kicker", "offen");
        await desk.Rests();
        await desk.Press("Enter");
        await Says(desk, ".current .kicker", "geschlossen");
        await desk.Stands(".next-bar button");

        await desk.Tab(".current .tools button", "Wieder öffnen");
        await desk.Press("Enter");
        await Says(desk, ".current .kicker", "offen");
        await desk.Stands(".current h2");
        await desk.Tab(".current .tools button", "Abstimmung schließen");
        await desk.Press("Enter");
        await Says(desk, ".current .kicker", "geschlossen");
        await desk.Stands(".current h2");

        await desk.Tab(".panel button", "Sitzung beenden");
        await desk.Press("Enter");
        await desk.Stands(".confirm button");
        await desk.Press("Escape");
        // The question stands in the panel, too: until it is gone, its own button has the focus.
        await Assertions.Expect(desk.Page.Locator(".confirm")).ToHaveCountAsync(0, new LocatorAssertionsToHaveCountOptions { Timeout = 20_000 });
        await desk.Stands(".panel button");
        await desk.Press("Enter");
        await desk.Stands(".confirm button");
        await desk.Press("Shift+Tab");
        await desk.Press("Enter");
        await Says(desk, ".console > .notice", "beendet");
        await desk.Stands("h1");
        Assert.Empty(await desk.Barriers());
    }

    [Theory]
    [InlineData(1280, "de")]
    [InlineData(360, "de")]
    [InlineData(320, "en")]
    public async Task The_console_is_for_everyone_in_each_of_its_states(int width, string language)
    {
        var jonas = await home.Jonas();
        var (code, hall) = await jonas.Session("card");
        await using var console = await Console(jonas, $"/live/{code}/leitung", width, language);
        await Ready(console);
        await IsForEveryone(console, $"empty-{width}");

        await console.Page.Locator(".next-bar button").ClickAsync();
        await console.Page.Locator("#poll-kind").SelectOptionAsync("Motion");
        await IsForEveryone(console, $"editor-{width}");
        var poll = await jonas.Prepare(code, new { question = "Soll die Sorge autofrei werden?", kind = "motion", options = Array.Empty<string>() });
        await console.Page.Locator(".poll-row summary").ClickAsync();
        await console.Page.Locator(".poll-row .button.danger").ClickAsync();
        await IsForEveryone(console, $"prepared-{width}");

        await console.Page.Locator("#card-count").FillAsync("12");
        await console.Page.Locator("#cards-title ~ form button").ClickAsync();
        await console.Page.Locator("[data-sheet] .voting-card").First.WaitForAsync();
        await IsForEveryone(console, $"cards-{width}");

        await jonas.Hub.Door.Send<AskQuestion, QuestionTaken>(new AskQuestion(hall, "Wann kommt der Bus?", "Käthe"), Caller.Nobody with { Seat = Seats.New(hall) }, TestContext.Current.CancellationToken);
        await jonas.Post($"/api/live/polls/{poll}/open");
        await console.Page.Locator(".current.open").WaitForAsync();
        await console.Page.Locator(".current .tools button").First.ClickAsync();
        await console.Page.Locator("[data-countdown]").WaitForAsync();
        await IsForEveryone(console, $"open-{width}");
        await jonas.Close(poll);
        await console.Page.Locator(".current.closed").WaitForAsync();
        // Pushes come on threads that speak no language; whoever reads English goes on reading English.
        await Says(console, ".current .kicker", language == "de" ? "geschlossen" : "closed");
        await Says(console, ".current .verdict", language == "de" ? "Abgelehnt: 0 Ja" : "Rejected: 0 yes");
        Assert.Equal("0", await console.Page.Locator(".current live-number[show=voters]").InnerTextAsync());
        Assert.Equal(0, await console.Page.Locator(".current .bar-fill").First.EvaluateAsync<double>("bar => bar.getBoundingClientRect().width"));
        await console.Page.Locator(".current details summary").ClickAsync();
        await IsForEveryone(console, $"closed-{width}");

        Assert.True((await jonas.Hub.Door.Send<EndSession, Done>(new EndSession(hall), jonas.Caller, TestContext.Current.CancellationToken)).Granted);
        await console.Page.Locator(".console > .notice").WaitForAsync();
        await IsForEveryone(console, $"ended-{width}");
    }

    [Fact]
    public async Task A_role_taken_away_while_the_console_is_open_ends_its_power_at_once()
    {
        var hub = await home.Own();
        using var mira = await Leader.LogIn(hub, "leader", 1);
        var (code, _) = await mira.Session();
        var poll = await mira.Prepare(code);
        await using var console = await browser.Visitor(hub, 360, 740);
        await console.LogsIn(hub.Demo("leader")[1], $"/live/{code}/leitung");
        await Says(console, ".next-bar strong", "öffnen");
        await console.Page.Locator("[data-editor] summary").ClickAsync();
        await console.Page.Locator("#poll-question").FillAsync("Halb getippt");

        Assert.True(await hub.Tamper("update people.grants set \"EndedAt\" = now() where \"UserId\" = (select \"Id\" from people.users where \"Email\" = $1)", hub.Demo("leader")[1].Mail) > 0);
        await console.Page.Locator(".next-bar button").ClickAsync();

        await Says(console, ".refused [role=alert]", Refusals.NotAllowed.Sentence);
        Assert.Equal(1L, await hub.Ask<long>("select version from hub.mt_streams where id = $1", Guid.Parse(poll)));
        await Assertions.Expect(console.Page.Locator("#poll-question")).ToHaveValueAsync("Halb getippt");
        Assert.Empty(await console.Barriers());
        Assert.True(await console.FitsInWidth());
        await console.Keeps("console-refused.png");
    }

    [Fact]
    public async Task More_than_fifty_questions_have_pages()
    {
        var jonas = await home.Jonas();
        var (code, hall) = await jonas.Session();
        foreach (var n in Enumerable.Range(1, 51)) await Ask(jonas, hall, $"Frage {n}?");
        await using var phone = await Console(jonas, $"/live/{code}/leitung", 360);
        var rows = phone.Page.Locator(".question-row");
        await Assertions.Expect(rows).ToHaveCountAsync(50);
        await phone.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Weiter" }).ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await phone.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Zurück" }).ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(50);

    }

    [Fact]
    public async Task Jonas_shows_answers_and_pins_a_question_and_what_he_types_outlives_every_push()
    {
        var jonas = await home.Jonas();
        var (code, hall) = await jonas.Session();
        await Ask(jonas, hall, "Wann blühen die Beete?");
        await using var phone = await Console(jonas, $"/live/{code}/leitung", 360);
        var question = phone.Page.Locator(".question-row", new PageLocatorOptions { HasText = "Beete" });
        await question.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Zeigen" }).ClickAsync();
        await question.Locator("summary").ClickAsync();
        await question.Locator("textarea").FillAsync("Ab Frühjahr.");
        await Ask(jonas, hall, "Noch eine?");
        await Says(phone, ".question-row", "Noch eine?");
        await Assertions.Expect(question.Locator("textarea")).ToHaveValueAsync("Ab Frühjahr.");
        await question.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "An die Wand" }).ClickAsync();
        await question.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Von der Wand" }).WaitForAsync();
        await question.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Als beantwortet zeigen" }).ClickAsync();
        await using var ada = await (await browser.Visitor(jonas.Hub, 360, 740)).Goes($"/live/{code}/fragen");
        await Says(ada, "main", "Ab Frühjahr.");
        Assert.Empty(await phone.Barriers());
        Assert.True(await phone.FitsInWidth());
    }

    [Fact]
    public async Task Words_wait_for_Jonas_and_an_earlier_result_can_still_be_hidden_or_annulled()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var first = await jonas.Open(code);
        await using var bo = await Voter.Join(jonas.Hub, code);
        await bo.Vote(first, new[] { 1 });
        await jonas.Close(first);
        await using var desk = await Console(jonas, $"/live/{code}/leitung", 1280);
        var poll = await jonas.Open(code, new { question = "Was fehlt Lusan?", kind = "text", options = Array.Empty<string>() });
        await Says(desk, ".current h2", "Was fehlt Lusan?");
        await bo.Vote(poll, "Bänke");
        await Says(desk, ".current live-number[show=voters]", "1");
        await Says(desk, ".current section", "Bänke");
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Zeigen: Bänke" }).ClickAsync();
        await Eventually.Holds(async () => (await jonas.Get($"/api/live/polls/{poll}"))["words"].GetArrayLength() == 1, "The word does not show.");

        var earlier = desk.Page.Locator(".poll-row").First;
        await earlier.Locator("summary").First.ClickAsync();
        await earlier.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Ergebnis verbergen" }).ClickAsync();
        await Eventually.Holds(async () => !(await jonas.Get($"/api/live/polls/{first}"))["shown"].GetBoolean(), "The earlier result is still there.");
        await earlier.Locator("details details summary").ClickAsync();
        await earlier.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Ungültig erklären" }).ClickAsync();
        await Says(desk, ".poll-row .field-error", "Grund");
        await earlier.Locator("input[type=text]").FillAsync("Falsche Frage");
        await earlier.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Ungültig erklären" }).ClickAsync();
        await Says(desk, ".poll-row", "Für ungültig erklärt: Falsche Frage");
        await desk.Keeps("console-earlier.png");
    }

    [Fact]
    public async Task A_double_press_opens_and_a_countdown_runs_is_extended_and_taken_back()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Prepare(code);
        await using var phone = await Console(jonas, $"/live/{code}/leitung", 360);
        await phone.Page.Locator(".next-bar button").DblClickAsync();
        await Says(phone, ".current .kicker", "offen");
        await phone.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Noch 0:30 min" }).ClickAsync();
        await Says(phone, "[data-countdown]", "0:2");
        await phone.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "30 s länger" }).ClickAsync();
        await Eventually.Holds(async () => await phone.Page.Locator("[data-countdown]").InnerTextAsync() is "1:00" or ['0', ':', '5', _], "The countdown was not extended.");
        await phone.Keeps("console-countdown.png");
        await phone.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Countdown abbrechen" }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator("[data-countdown]")).ToHaveCountAsync(0);
        var seen = await jonas.Get($"/api/live/polls/{poll}");
        Assert.Equal("open", seen["state"].GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, seen["closesAt"].ValueKind);
    }

    private static Task<Answer<QuestionTaken>> Ask(Leader jonas, Guid hall, string text) =>
        jonas.Hub.Door.Send<AskQuestion, QuestionTaken>(new AskQuestion(hall, text), Caller.Nobody with { Seat = Seats.New(hall) }, TestContext.Current.CancellationToken);

    private async Task<Visitor> Console(Leader leader, string path, int width, string language = "de")
    {
        var visitor = await browser.Visitor(leader.Hub, width, width < 600 ? 740 : 900);
        await visitor.Page.Context.AddCookiesAsync([new() { Name = "sprache", Value = language, Url = leader.Hub.Address.ToString() }]);
        await visitor.LogsIn(leader.Hub.Demo("leader")[0], path);
        return visitor;
    }

    /// <summary>Waits for the circuit: only then is there something to press.</summary>
    private static Task Ready(Visitor console) => Assertions.Expect(console.Page.Locator(".next-bar button")).ToBeVisibleAsync();

    private static async Task Says(Visitor visitor, string selector, string words) =>
        await Assertions.Expect(visitor.Page.Locator(selector).First).ToContainTextAsync(words, new LocatorAssertionsToContainTextOptions { Timeout = 10_000 });

    private static async Task IsForEveryone(Visitor console, string name)
    {
        await console.Keeps($"console-{name}.png");
        Assert.Empty(await console.Barriers());
        if (await console.FitsInWidth()) return;
        var wide = await console.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + '.' + e.className)");
        Assert.Fail($"The console scrolls sideways ({name}): {string.Join(", ", wide)}");
    }
}
