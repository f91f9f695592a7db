using Gera.Hub.Features.Ideas.Entries;
using Gera.Hub.Features.Ideas.Groups;
using Gera.Hub.Features.Ideas.Reviews;
using Gera.Hub.Features.Ideas.Supports;
using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>Anna writes, Bogdan supports, Clara moderates, the office answers: from a wish to an answer.</summary>
public sealed class IdeaJourneys(HubFixture home, Browser browser)
{
    public static readonly TheoryData<string, string> Pages = new()
    {
        { "/ideen", "" }, { "/ideen?suche=radweg&thema=stadt", "" }, { "/ideen?suche=xyzzy", "" }, { "/ideen/wettbewerb/2025", "" }, { "/ideen/wettbewerb/2026", "" },
        { "/ideen/neu", "" }, { "/ideen/neu", "citizen" }, { "{idea}", "" }, { "{idea}", "citizen" }, { "{idea}", "admin" }, { "{idea}/fassungen", "" }, { "{punkte}", "citizen" },
        { "/ideen/leitung", "admin" }, { "/ideen/wettbewerb/2026/leitung", "admin" }, { "/ideen/wettbewerb/2026/bewertung", "admin" }, { "{bewertung}", "citizen" }, { "{idea}/aufteilen", "admin" },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_is_for_everyone(string path, string role)
    {
        var hub = await home.Hub();
        var address = path;
        if (path.StartsWith('{'))
        {
            var town = await IdeaTown.Make(hub, path == "{punkte}" ? IdeaTown.Rules with { Points = 100, PointsPerIdea = 40 } : null, Gera.Hub.Features.Ideas.Contests.Phase.Submission, path == "{punkte}" ? Gera.Hub.Features.Ideas.Contests.Phase.Points : Gera.Hub.Features.Ideas.Contests.Phase.Support);
            var author = await Somebody.In(hub);
            var idea = await town.Idea(author, "Sitzplätze an der Elster");
            if (path == "{idea}/fassungen") await hub.Tamper("insert into ideas.words (idea, version, is_current, title, summary, body, at) select idea, 2, false, title || ' und Schatten', summary, 'Anders.', at from ideas.words where idea = $1", idea.Id);
            if (path == "{bewertung}")
            {
                var editor = await Somebody.In(hub, [new(Role.Editor, "")]);
                Assert.Null(await editor.Asks(new PlanReview(town.Contest, [new Criterion("", "Nutzen für die Stadt", 10), new Criterion("", "Machbarkeit", 5)])));
                Assert.Null(await editor.Asks(new SetReviewer(town.Contest, hub.Demo("citizen")[0].Mail, true)));
            }
            address = path == "{bewertung}" ? $"/ideen/bewertung/{town.Key}" : path == "{punkte}" ? $"/ideen/wettbewerb/{town.Key}/punkte/{IdeaTown.Category}" : path.Replace("{idea}", $"/ideen/{idea.Number}", StringComparison.Ordinal);
        }
        foreach (var width in new[] { 1280, 320 })
        {
            await using var visitor = await browser.Visitor(hub, width, 900);
            if (role.Length > 0) await visitor.LogsIn(hub.Demo(role)[0], address);
            else await visitor.Goes(address);
            Assert.Empty(await visitor.Barriers());
            Assert.True(await visitor.FitsInWidth(), $"{path} scrolls sideways at {width} pixels.");
            if (width == 1280) await visitor.Keeps($"ideas{path.Replace('/', '-').Replace('?', '-')}-{role}.png");
        }
    }

    [Fact]
    public async Task From_a_wish_to_an_answer_in_three_browsers()
    {
        var hub = await home.Hub();
        var (anna, bogdan, clara, office) = (await Somebody.WithPassword(hub), await Somebody.WithPassword(hub), await Somebody.WithPassword(hub, new Granted(Role.Moderator, "")), await Somebody.WithPassword(hub, new Granted(Role.Editor, "")));
        var word = "Quitten" + anna.Id.ToString("N")[^6..];
        var (older, earlier) = ($"{word}allee am Hofwiesenpark", await Older(hub, $"{word}allee am Hofwiesenpark"));

        await using var annas = await browser.Visitor(hub, 360, 800);
        await annas.LogsIn(anna.Person, "/ideen/neu");
        await annas.Page.Locator("#titel").FillAsync($"{word}bäume im Hofwiesenpark");
        await annas.Page.Locator("[data-similar] a").First.WaitForAsync();
        await annas.Sees(older);
        await annas.Page.Locator("[data-draft-state]").Filter(new LocatorFilterOptions { HasText = "Entwurf gespeichert" }).WaitForAsync();
        await annas.Offline(true);
        await annas.Page.Locator("#kurz").FillAsync("Obst für alle, und im Mai blüht es.");
        await annas.Page.Locator("[data-draft-state]").Filter(new LocatorFilterOptions { HasText = "keine Verbindung" }).WaitForAsync();
        await annas.Offline(false);
        await annas.Page.Locator("[data-draft-state]").Filter(new LocatorFilterOptions { HasText = "Entwurf gespeichert" }).WaitForAsync();
        var draft = await annas.Page.Locator("input[name='Form.Draft']").GetAttributeAsync("value");
        await annas.Goes($"/ideen/neu?entwurf={draft}");
        Assert.Equal("Obst für alle, und im Mai blüht es.", await annas.Page.Locator("#kurz").InputValueAsync());
        await annas.Page.Locator("#thema").SelectOptionAsync("energie");
        await annas.Page.Locator("#wo").SelectOptionAsync("ideenkasten/");
        await annas.Page.Locator("input[name='Form.Through'][value=Self]").CheckAsync();
        await annas.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Einreichen", Exact = true }).ClickAsync();
        await annas.Sees("Ihre Idee ist eingereicht");
        var idea = new Uri(annas.Page.Url).AbsolutePath;

        await using var bogdans = await browser.Visitor(hub);
        await bogdans.LogsIn(bogdan.Person, idea);
        await bogdans.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Unterstützen", Exact = true }).ClickAsync();
        await bogdans.Sees("Sie unterstützen diese Idee");
        await Assertions.Expect(annas.Page.Locator(".support-count live-number")).ToHaveTextAsync("1 Person unterstützt das", new LocatorAssertionsToHaveTextOptions { Timeout = 20_000 });

        await using var claras = await browser.Visitor(hub);
        await claras.LogsIn(clara.Person, idea);
        await claras.Page.GetByText("Mit einer anderen Idee zusammenfassen").ClickAsync();
        await claras.Page.Locator("#mit").FillAsync(earlier.Number);
        await claras.Page.Locator("#warum").FillAsync("Beide wünschen Quitten im Hofwiesenpark.");
        await claras.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Zusammenfassen", Exact = true }).ClickAsync();
        await claras.Sees("Die Ideen sind zusammengefasst");
        await claras.Goes($"/ideen/{earlier.Number}");
        await Assertions.Expect(claras.Page.Locator(".support-count live-number")).ToHaveTextAsync("1 Person unterstützt das");

        await bogdans.Goes("/mein-hub");
        await bogdans.Sees("Ihre Unterstützung bleibt");
        await bogdans.Goes(idea);
        await bogdans.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Für die gemeinsame Idee nicht zählen" }).ClickAsync();
        await bogdans.Sees("Ihre Wahl ist gespeichert");
        await Assertions.Expect(claras.Page.Locator(".support-count live-number")).ToHaveTextAsync("0 Personen unterstützen das", new LocatorAssertionsToHaveTextOptions { Timeout = 20_000 });

        await using var offices = await browser.Visitor(hub);
        await offices.LogsIn(office.Person, idea);
        await offices.Page.GetByText("Antwort schreiben").ClickAsync();
        await offices.Page.Locator("#stand").SelectOptionAsync("umgesetzt");
        await offices.Page.Locator("#begruendung").FillAsync("Die Stadt pflanzt im **Herbst** zwölf Quitten.");
        await offices.Page.Locator("#stelle").FillAsync("Stadtgrün");
        await offices.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Antwort vormerken" }).ClickAsync();
        await offices.Sees("Die Antwort ist vorgemerkt");
        await annas.Goes(idea);
        await annas.SeesNothingOf("zwölf Quitten");
        await offices.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Antwort veröffentlichen" }).ClickAsync();
        await offices.Sees("Die Antwort ist öffentlich");
        await annas.Goes(idea);
        await annas.Sees("zwölf Quitten");
        await Eventually.Holds(async () => await hub.Ask<long>("select count(*) from people.mails where \"UserId\" = $1", anna.Id) > 0, "Anna got no mail.", TimeSpan.FromSeconds(40));
        await annas.Keeps("idea-answered.png");
    }

    [Fact]
    public async Task Without_script_an_idea_is_found_written_supported_and_taken_back()
    {
        var hub = await home.Hub();
        var (anna, bogdan) = (await Somebody.WithPassword(hub), await Somebody.WithPassword(hub));
        var word = "Brunnen" + anna.Id.ToString("N")[^6..];
        await using var annas = await browser.Visitor(hub, 320, 700, script: false);
        await annas.LogsIn(anna.Person, "/ideen/neu");
        await annas.Page.Locator("#titel").FillAsync(word);
        await annas.Page.Locator("input[name='Form.Through'][value=Self]").CheckAsync();
        await annas.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Einreichen", Exact = true }).ClickAsync();
        await annas.Sees("Bitte geben Sie einen Text ein");
        Assert.Equal(word, await annas.Page.Locator("#titel").InputValueAsync());
        await annas.Page.Locator("#kurz").FillAsync("Wasser für alle.");
        await annas.Page.Locator("#thema").SelectOptionAsync("stadt");
        await annas.Page.Locator("#wo").SelectOptionAsync("ideenkasten/");
        await annas.Page.Locator("input[name='Form.Through'][value=Self]").CheckAsync();
        await annas.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Einreichen", Exact = true }).ClickAsync();
        await annas.Sees("Ihre Idee ist eingereicht");

        await using var bogdans = await browser.Visitor(hub, 320, 700, script: false);
        await bogdans.LogsIn(bogdan.Person, "/ideen");
        await bogdans.Page.Locator("#suche").FillAsync(word);
        await bogdans.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Anzeigen" }).ClickAsync();
        await bogdans.Page.Locator(".idea a").ClickAsync();
        await bogdans.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Unterstützen", Exact = true }).ClickAsync();
        await bogdans.Sees("1 Person unterstützt das");
        await bogdans.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Unterstützung zurücknehmen" }).ClickAsync();
        await bogdans.Sees("0 Personen unterstützen das");

        await annas.Page.GetByText("Idee zurückziehen").ClickAsync();
        await annas.Page.Locator("#grund").FillAsync("Es gibt schon einen.");
        await annas.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Endgültig zurückziehen" }).ClickAsync();
        await annas.Sees("Es gibt schon einen.");
    }

    private static async Task<IdeaTaken> Older(RunningHub hub, string title) =>
        (await (await Somebody.In(hub)).Does<SubmitIdea, IdeaTaken>(new SubmitIdea(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), "ideenkasten", "", IdeaTown.Words(title), AuthorShown.Anonymous, null)));
}
