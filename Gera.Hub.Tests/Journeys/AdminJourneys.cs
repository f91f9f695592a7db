using Gera.Hub.People.Grants;
using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>Anke administers from her desk and from her phone; what she may not do any more stops at once.</summary>
public sealed class AdminJourneys(HubFixture home, Browser browser)
{
    public static readonly TheoryData<string> Sections = ["", "/personen", "/rollen", "/sperren", "/einladungen", "/wohnsitz", "/einstellungen", "/post", "/zustand", "/protokoll"];

    [Theory, MemberData(nameof(Sections))]
    public async Task A_section_is_for_everyone_who_may_see_it(string section)
    {
        var hub = await home.Hub();
        foreach (var width in new[] { 1280, 320 })
        {
            await using var anke = await browser.Visitor(hub, width, 900);
            await anke.LogsIn(hub.Demo("admin")[0], "/verwaltung" + section);
            await anke.Page.Locator(".admin-nav").WaitForAsync();
            Assert.Empty(await anke.Barriers());
            Assert.True(await anke.FitsInWidth(), $"{section} scrolls sideways at {width} pixels.");
            await anke.Keeps($"admin{section.Replace('/', '-')}-{width}.png");
        }
    }

    [Fact]
    public async Task Anke_finds_a_person_gives_a_role_with_the_keyboard_and_it_stands_in_the_logs()
    {
        var hub = await home.Hub();
        var ada = await Somebody.In(hub, name: $"Ada 100%_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}"[..20]);
        await using var anke = await browser.Visitor(hub);
        await anke.LogsIn(hub.Demo("admin")[0], "/verwaltung/personen");
        await anke.Page.Locator("#words").FillAsync("100%_");
        await anke.Press("Enter");
        await Assertions.Expect(anke.Page.Locator(".rows li")).ToHaveCountAsync(1);
        await anke.Page.Locator(".rows li a").ClickAsync();
        await anke.Sees("Rolle geben");
        await anke.Tab("summary", "Rolle geben");
        await anke.Press("Enter");
        await anke.Tab("#give-role");
        await anke.Page.Locator("#give-role").SelectOptionAsync("leader");
        await anke.Tab("#give-for");
        await anke.Page.Locator("#give-for").SelectOptionAsync("energie");
        await anke.Tab("#give-reason");
        await anke.Types("Neue Leitung ab Herbst");
        await anke.Press("Enter");
        await anke.Sees("Die Rolle ist vergeben");
        await anke.Sees("Leitung der Arbeitsgruppe Energie und Umwelt");
        Assert.Equal("energie", await hub.Ask<string>("select \"Scope\" from people.grants where \"UserId\" = $1 and \"EndedAt\" is null", ada.Id));
        await anke.Keeps("admin-person.png");
        await anke.Goes("/verwaltung/protokoll?was=GrantRole");
        await anke.Sees("Ada 100%_");
        var saving = anke.Page.WaitForDownloadAsync();
        await anke.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Als CSV laden" }).ClickAsync();
        Assert.Contains("GrantRole,Ada 100%_", await File.ReadAllTextAsync(await (await saving).PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_with_codes_are_printed_once_and_one_code_confirms_one_account()
    {
        var hub = await home.Hub();
        var (one, other) = (await Somebody.WithPassword(hub), await Somebody.WithPassword(hub));
        await using var rosa = await browser.Visitor(hub);
        await rosa.Page.AddInitScriptAsync("window.print = () => { window.printed = (window.printed || 0) + 1; };");
        await rosa.LogsIn(hub.Demo("desk")[0], "/verwaltung/wohnsitz");
        await rosa.Page.Locator("#count").FillAsync("2");
        await rosa.Press("Enter");
        await Assertions.Expect(rosa.Page.Locator(".admin .letter")).ToHaveCountAsync(2);
        Assert.Empty(await rosa.Barriers());
        var code = await rosa.Page.Locator(".letter .code").First.InnerTextAsync();
        await rosa.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Drucken", Exact = true }).ClickAsync();
        await Eventually.Holds(() => rosa.Page.EvaluateAsync<bool>("() => window.printed === 1"), "Nothing was printed.");
        await Assertions.Expect(rosa.Page.Locator(".admin .letter")).ToHaveCountAsync(0);
        await rosa.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Contains("/Count 2", System.Text.Encoding.Latin1.GetString(await rosa.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true })), StringComparison.Ordinal);
        await rosa.Keeps("letters.png");
        await rosa.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await rosa.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Fertig" }).ClickAsync();

        await using var ente = await browser.Visitor(hub, 360, 740, script: false);
        await ente.LogsIn(one.Person, $"/wohnsitz?code={code}");
        Assert.Empty(await Barriers(hub, "/wohnsitz"));
        await ente.Page.Locator("main form button").ClickAsync();
        await ente.Sees("Bestätigt");
        await using var linde = await browser.Visitor(hub, 360, 740, script: false);
        await linde.LogsIn(other.Person, "/wohnsitz");
        await linde.Page.Locator("#code").FillAsync(code);
        await linde.Page.Locator("main form button").ClickAsync();
        await linde.Sees("schon benutzt");
        Assert.Equal(code, await linde.Page.Locator("#code").InputValueAsync());
    }

    [Fact]
    public async Task An_invitation_is_opened_by_a_stranger_and_accepted_with_an_account()
    {
        var hub = await home.Hub();
        var (anke, one) = (await Somebody.Administrator(hub), await Somebody.WithPassword(hub));
        Assert.Null(await anke.Asks(new Invite(anke.Mail, Role.Leader, "bildung", "Wir freuen uns")));
        var code = await Gera.Hub.Tests.People.Accounts.Newcomer.Code(hub, "invitation", anke.Mail);
        await using var ente = await browser.Visitor(hub, 360, 740, script: false);
        await ente.Goes($"/einladung/{code}");
        await ente.Sees("Leitung der Arbeitsgruppe Bildung und Kultur");
        await ente.LogsIn(one.Person, $"/einladung/{code}");
        await ente.Page.Locator("main form button").ClickAsync();
        await ente.Sees("Die Aufgabe gehört jetzt Ihnen");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await Leader.Nobody(hub).Get($"/einladung/{code}")).Status);
    }

    [Fact]
    public async Task Joining_and_leaving_a_group_needs_no_script()
    {
        var hub = await home.Hub();
        var one = await Somebody.WithPassword(hub);
        await using var ente = await browser.Visitor(hub, 360, 740, script: false);
        await ente.LogsIn(one.Person, "/gruppen/energie");
        await ente.Page.Locator("main form:not(.follow) button").ClickAsync();
        await ente.Sees("Sie sind Mitglied");
        Assert.Equal(1, await hub.Ask<long>("select count(*) from hub.mt_doc_groupmember where data->>'person' = $1", one.Id.ToString()));
        await ente.Page.Locator("main form:not(.follow) button").ClickAsync();
        await ente.Sees("Mitglied werden");
    }

    // An open page, an open circuit: the next command is refused, whatever the page still shows.
    [Theory, InlineData("role"), InlineData("blocked"), InlineData("disabled"), InlineData("logged out")]
    public async Task An_open_administration_page_can_do_nothing_more_after(string what)
    {
        var hub = await home.Hub();
        var (ada, boss) = (await Somebody.In(hub), await Somebody.WithPassword(hub, new Granted(Role.Administrator, "")));
        await using var anke = await browser.Visitor(hub);
        await anke.LogsIn(boss.Person, $"/verwaltung/personen/{ada.Id}");
        await anke.Page.Locator("summary", new PageLocatorOptions { HasText = "Rolle geben" }).ClickAsync();
        await anke.Page.Locator("#give-role").SelectOptionAsync("press");
        await anke.Page.Locator("#give-reason").FillAsync("Probe");
        var sentence = await Ends(hub, boss.Id, what);
        await anke.Page.Locator("#give-reason").PressAsync("Enter");
        await anke.Sees(sentence);
        await anke.SeesNothingOf(ada.Id.ToString("N") + "@gera.example");
        Assert.Equal(0, await hub.Ask<long>("select count(*) from people.grants where \"UserId\" = $1", ada.Id));
    }

    [Theory, InlineData("role"), InlineData("blocked"), InlineData("disabled"), InlineData("logged out")]
    public async Task An_open_console_and_an_open_line_can_do_nothing_more_after(string what)
    {
        var hub = await home.Hub();
        var lead = await Somebody.WithPassword(hub, new Granted(Role.Leader, "bildung"));
        using var mira = await Leader.LogIn(hub, lead.Mail, lead.Person.Password);
        var (code, _) = await mira.Session("account");
        var poll = await mira.Open(code);
        await using var line = await Voter.Join(hub, code, token: mira.Token);
        await using var desk = await browser.Visitor(hub);
        await desk.LogsIn(lead.Person, $"/live/{code}/leitung");
        await desk.Sees("Abstimmung schließen");
        var sentence = await Ends(hub, lead.Id, what);
        await desk.Page.Locator(".next-bar button").ClickAsync();
        await desk.Sees(sentence);
        Assert.Equal("open", (await mira.Get($"/api/live/polls/{poll}"))["state"].GetString());
        Assert.NotEqual(System.Net.HttpStatusCode.OK, (await mira.Close(poll)).Status);
        // Without her role Mira is a voter like any other; without her log-in she is nobody.
        Assert.Equal(what == "role" ? "counted" : "refused", (await line.Vote(poll, new[] { 1 })).Status);
        Assert.Equal(what == "role" ? 1 : 0, (await hub.Ask<long>("select count(*) from halls.ballot_marks where poll = $1", Guid.Parse(poll))));
    }

    private async Task<string[]> Barriers(RunningHub hub, string path)
    {
        await using var visitor = await browser.Visitor(hub, 320, 740);
        await visitor.LogsIn(hub.Demo("citizen")[1], path);
        return await visitor.Barriers();
    }

    /// <summary>Takes it away behind the page's back; returns the sentence that is then read.</summary>
    private static async Task<string> Ends(RunningHub hub, Guid id, string what)
    {
        var (sql, refusal) = what switch
        {
            "role" => ("update people.grants set \"EndedAt\" = now() where \"UserId\" = $1", Refusals.NotAllowed),
            "blocked" => ("insert into people.blocks (\"Id\", \"UserId\", \"By\", \"Reason\", \"At\") values ($1, $1, $1, 'Probe', now())", Refusals.Blocked),
            "disabled" => ("update people.users set \"Disabled\" = true where \"Id\" = $1", Refusals.LogInFirst),
            _ => ("delete from people.sign_ins where \"UserId\" = $1", Refusals.LogInFirst),
        };
        await hub.Tamper(sql, id);
        return refusal.German;
    }
}
