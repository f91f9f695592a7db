using Gera.Hub.Features.Ideas.Moderation;
using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>From a comment to a report, a decision and an appeal; and what people type who mean no good, on every page that shows it.</summary>
public sealed class CommentJourneys(HubFixture home, Browser browser)
{
    [Theory, InlineData(true, 1280), InlineData(false, 320)]
    public async Task A_comment_is_written_answered_liked_reported_hidden_and_shown_again(bool script, int width)
    {
        // Of its own: elsewhere others report, too, and the queue has pages.
        var hub = await home.Own();
        var town = await IdeaTown.Make(hub);
        var (anna, bogdan) = (await Somebody.WithPassword(hub), await Somebody.WithPassword(hub));
        var (clara, dora) = (await Somebody.WithPassword(hub, new Granted(Role.Moderator, "")), await Somebody.WithPassword(hub, new Granted(Role.Moderator, "")));
        var idea = await town.Idea(anna);
        var address = $"/ideen/{idea.Number}";

        await using var bogdans = await browser.Visitor(hub, width, 900, script);
        await bogdans.LogsIn(bogdan.Person, address);
        await bogdans.Page.GetByLabel("Ihr Kommentar").FillAsync("Rufen Sie mich an: 0365 / 838 1234.");
        await bogdans.Page.GetByText("Dafür", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await Press(bogdans, "Kommentieren");
        await bogdans.Sees("Rufen Sie mich an");

        await using var annas = await browser.Visitor(hub, width, 900, script);
        await annas.LogsIn(anna.Person, address);
        await annas.Page.GetByText("Antworten", new PageGetByTextOptions { Exact = false }).First.ClickAsync();
        await annas.Page.GetByLabel("Ihre Antwort").FillAsync("Danke für den Hinweis.");
        await annas.Page.Locator("details.reply").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Kommentieren" }).ClickAsync();
        await annas.Sees("Danke für den Hinweis.");
        await annas.Page.Locator(".comment-foot button").First.ClickAsync();
        await Assertions.Expect(annas.Page.Locator(".comment-foot button[aria-pressed=true]")).ToHaveCountAsync(1);
        await Look(annas, script, width, "comments");
        await annas.Page.Locator(".comment-foot a").First.ClickAsync();
        await annas.Page.GetByLabel("Grund").SelectOptionAsync("PersonalData");
        await annas.Page.GetByLabel("Was ist das Problem?").FillAsync("Eine Telefonnummer.");
        await Look(annas, script, width, "report");
        await Press(annas, "Melden");
        await annas.Sees("Ihre Meldung ist eingegangen");

        await using var claras = await browser.Visitor(hub, width, 900, script);
        await claras.LogsIn(clara.Person, "/ideen/moderation");
        var about = claras.Page.Locator("article.case").Filter(new LocatorFilterOptions { HasText = idea.Number });
        await Assertions.Expect(about).ToContainTextAsync("eine Telefonnummer");
        await Look(claras, script, width, "queue");
        await about.GetByLabel("Begründung").FillAsync("Bitte keine Telefonnummern.");
        await about.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Ausblenden" }).ClickAsync();
        await claras.Sees("Ihre Entscheidung ist gespeichert");

        await annas.Goes(address);
        await annas.Sees("Bitte keine Telefonnummern.");
        await annas.SeesNothingOf("Rufen Sie mich an");
        await annas.Sees("Danke für den Hinweis.");

        await bogdans.Goes("/mein-hub");
        await bogdans.Sees("Ihr Kommentar wurde ausgeblendet");
        var id = await hub.Ask<Guid>("select id from hub.mt_doc_case where author = $1", bogdan.Id);
        await bogdans.Goes($"/ideen/entscheidungen/{id}");
        await bogdans.Sees("Rufen Sie mich an");
        await bogdans.Page.GetByLabel("Ihr Widerspruch").FillAsync("Das ist die Nummer vom Amt.");
        await Look(bogdans, script, width, "case");
        await Press(bogdans, "Widersprechen");
        await bogdans.Sees("Ihr Widerspruch ist eingegangen");

        await claras.Goes("/ideen/moderation");
        await Assertions.Expect(about).ToContainTextAsync("Hierüber entscheidet jemand anderes");
        await using var doras = await browser.Visitor(hub, width, 900, script);
        await doras.LogsIn(dora.Person, "/ideen/moderation");
        var again = doras.Page.Locator("article.case").Filter(new LocatorFilterOptions { HasText = idea.Number });
        await again.GetByLabel("Antwort auf den Widerspruch").FillAsync("Stimmt, das Amt steht im Telefonbuch.");
        await again.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Wieder zeigen" }).ClickAsync();
        await doras.Sees("Ihre Entscheidung ist gespeichert");
        await annas.Goes(address);
        await annas.Sees("Rufen Sie mich an");
        await annas.Goes("/ideen/entscheidungen");
        await annas.Sees("Nach Widerspruch wieder sichtbar");
        await Look(annas, script, width, "decisions");
    }

    // Known bad: any of these words shown through MarkupString.
    [Fact]
    public async Task What_people_type_who_mean_no_good_is_shown_as_words_everywhere()
    {
        var hub = await home.Own(null, ("Paces:Persons", "1000"));
        var town = await IdeaTown.Make(hub);
        var (anna, bogdan) = (await Somebody.WithPassword(hub), await Somebody.WithPassword(hub));
        var (clara, dora) = (await Somebody.WithPassword(hub, new Granted(Role.Moderator, "")), await Somebody.WithPassword(hub, new Granted(Role.Moderator, "")));
        var (pages, cases) = (new List<string>(), new List<Guid>());
        foreach (var text in Testing.Hostile.All)
        {
            var title = text.ReplaceLineEndings(" ")[..Math.Min(110, text.ReplaceLineEndings(" ").Length)];
            var words = new Gera.Hub.Features.Ideas.Entries.IdeaWords(title, title, text.Length > 2000 ? text : $"{text}\n\n[Hier]({text}) ![Bild]({text}) <{text}>", "stadt", null, null, null);
            var idea = await anna.Does<Gera.Hub.Features.Ideas.Entries.SubmitIdea, Gera.Hub.Features.Ideas.Entries.IdeaTaken>(new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), town.Key, IdeaTown.Category, words, Gera.Hub.Features.Ideas.Entries.AuthorShown.Pseudonym, title[..Math.Min(70, title.Length)]));
            var comment = await town.Comment(bogdan, idea, text[..Math.Min(1900, text.Length)]);
            pages.Add($"/ideen/{idea.Number}");
            pages.Add($"/ideen/{idea.Number}/melden?kommentar={comment}");
            pages.Add($"/ideen/{idea.Number}/fassungen");
            await town.Reported(Subject.Idea, idea.Id, words: title);
            var about = await town.Reported(Subject.Comment, comment, words: title);
            Assert.Null(await clara.Asks(new DecideCase(about, true, ReportReason.Other, title)));
            Assert.Null(await bogdan.Asks(new AppealDecision(about, text[..Math.Min(1900, text.Length)])));
            cases.Add(about);
        }
        foreach (var page in new[] { "/ideen?sortierung=neu", $"/ideen?wettbewerb={town.Key}", $"/ideen/wettbewerb/{town.Key}", "/gruppen/stadt", "/ideen/entscheidungen" }) pages.Add(page);
        await using var anyone = await browser.Visitor(hub);
        await Open(anyone, pages);
        await using var bogdans = await browser.Visitor(hub);
        await bogdans.LogsIn(bogdan.Person, "/mein-hub");
        await Open(bogdans, [.. cases.Select(c => $"/ideen/entscheidungen/{c}")]);
        await using var doras = await browser.Visitor(hub);
        await doras.LogsIn(dora.Person, "/ideen/moderation");
        await Open(doras, ["/ideen/moderation", "/ideen/moderation?seite=2"]);
        Assert.Null(await dora.Asks(new DecideAppeal(cases[0], false, Testing.Hostile.All[1])));
        await Open(bogdans, [$"/ideen/entscheidungen/{cases[0]}", "/mein-hub"]);
        await using var annas = await browser.Visitor(hub);
        await annas.LogsIn(anna.Person, "/mein-hub");
    }

    /// <summary>No window opens, nothing of what was typed became an element; scripts that ran or were refused are found as the visitor leaves.</summary>
    private static async Task Open(Visitor visitor, IReadOnlyList<string> pages)
    {
        var windows = 0;
        visitor.Page.Dialog += async (_, dialog) =>
        {
            Interlocked.Increment(ref windows);
            await dialog.DismissAsync();
        };
        foreach (var page in pages)
        {
            await visitor.Goes(page);
            Assert.Equal(0, await visitor.Page.Locator("main img, main script:not([type=module]):not([src]), main style, main a[href^='javascript' i], main [onerror]").CountAsync());
            Assert.True(await visitor.Page.Locator("main h1").First.IsVisibleAsync(), page);
        }
        Assert.Equal(0, windows);
        Assert.Empty(visitor.Troubles);
    }

    private static Task Press(Visitor visitor, string name) => visitor.Page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true }).First.ClickAsync();

    private static async Task Look(Visitor visitor, bool script, int width, string name)
    {
        Assert.True(await visitor.FitsInWidth(), $"{name} scrolls sideways at {width} pixels: {await visitor.Wide()}");
        if (!script) return;
        Assert.Empty(await visitor.Barriers());
        await visitor.Keeps($"ideas-{name}.png");
    }
}
