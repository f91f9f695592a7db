using Gera.Hub.Features.Groups.Meetings;
using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>Jonas plans an evening, puts an item to the vote, and publishes what came of it; a citizen votes and reads.</summary>
public sealed class GroupJourneys(HubFixture home, Browser browser)
{
    [Fact]
    public async Task A_meeting_is_planned_voted_on_and_its_minutes_tell_the_result()
    {
        var hub = await home.Hub();
        var jonas = await Somebody.WithPassword(hub, new Granted(Role.Leader, GroupTown.Group));
        var title = "Wegeabend " + jonas.Id.ToString("N")[^6..];
        await using var desk = await browser.Visitor(hub, 1280, 1600);
        await desk.LogsIn(jonas.Person, "/gruppen/stadt/treffen/neu");
        await desk.Page.Locator("#titel").FillAsync(title);
        await Presses(desk, "Treffen planen");
        // What is missing is said beside its field, and nothing typed is lost.
        await desk.Sees("Bitte nennen Sie Tag, Beginn und Ende");
        await Assertions.Expect(desk.Page.Locator("#titel")).ToHaveValueAsync(title);
        Assert.Empty(await desk.Barriers());
        await desk.Keeps("meeting-form.png");
        await desk.Page.Locator("#tag").FillAsync($"{GroupTown.Facts().Start:yyyy-MM-dd}");
        await desk.Page.Locator("#von").FillAsync("18:00");
        await desk.Page.Locator("#bis").FillAsync("20:00");
        await desk.Page.Locator("#ort").FillAsync("Rathaus, Saal 2");
        await Presses(desk, "Treffen planen");
        await desk.Sees("Das Treffen ist geplant");
        var page = new Uri(desk.Page.Url).AbsolutePath;
        await desk.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Punkt hinzufügen" }).ClickAsync();
        await desk.Page.Locator("#punkt").FillAsync("Tempo 30 vor Schulen");
        await desk.Page.Locator("#frage-0").FillAsync("Soll vor Schulen Tempo 30 gelten?");
        await desk.Page.Locator("#art-0").SelectOptionAsync("motion");
        Assert.Empty(await desk.Barriers());
        await desk.Keeps("agenda-item.png");
        await Presses(desk, "Speichern");
        await desk.Sees("Darüber wird abgestimmt");
        await Presses(desk, "Mitglieder einladen");
        await desk.Sees("Die Einladungen gehen hinaus");

        await Presses(desk, "Abstimmung beginnen");
        await desk.Sees("Die Abstimmung ist vorbereitet");
        Assert.Empty(await desk.Barriers());
        await desk.Keeps("meeting-lead.png");
        var code = (await desk.Page.Locator(".vote-now .code").InnerTextAsync()).Trim();
        var session = await hub.Ask<Guid>("select id from hub.mt_doc_hall where data ->> 'code' = $1", code);
        var poll = await hub.Ask<Guid>("select id from halls.polls where session = $1", session);
        Assert.Null(await jonas.Asks(new OpenPoll(poll)));

        // A citizen, without script, on a small screen, finds the code on the meeting's page and votes.
        await using var ada = await browser.Visitor(hub, 320, 640, script: false);
        await ada.Goes(page);
        Assert.True(await ada.FitsInWidth(), await ada.Wide());
        await ada.Keeps("meeting-320.png");
        await ada.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Zur Abstimmung" }).ClickAsync();
        if (await ada.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Mitmachen" }).CountAsync() > 0) await Presses(ada, "Mitmachen");
        await ada.Page.GetByText("Ja", new PageGetByTextOptions { Exact = true }).First.ClickAsync();
        await ada.Votes();
        await ada.Sees("Ihre Stimme ist gezählt");
        Assert.Null(await jonas.Asks(new ClosePoll(poll)));
        Assert.Null(await jonas.Asks(new EndSession(session)));

        // The evening has come: minutes are written and published.
        await hub.Tamper("update hub.mt_events set data = jsonb_set(jsonb_set(data, '{facts,start}', '\"2026-01-10T18:00:00\"'), '{facts,end}', '\"2026-01-10T20:00:00\"') where stream_id = $1 and type = 'meeting_planned'", Guid.Parse(page.Split('/')[^1]));
        await hub.Tamper("update hub.mt_doc_meeting set data = jsonb_set(jsonb_set(data, '{facts,start}', '\"2026-01-10T18:00:00\"'), '{facts,end}', '\"2026-01-10T20:00:00\"'), starts_at = '2026-01-10T17:00Z', ends_at = '2026-01-10T19:00Z' where id = $1", Guid.Parse(page.Split('/')[^1]));
        await desk.Goes(page);
        await desk.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Protokoll schreiben" }).ClickAsync();
        await desk.Sees("Abgegebene Stimmen: 1");
        await desk.Page.Locator("#gaeste").FillAsync("12");
        await desk.Page.Locator("[id^=beschluss-]").First.FillAsync("Die Gruppe schlägt es dem Stadtrat vor.");
        Assert.Empty(await desk.Barriers());
        await desk.Keeps("minutes-form.png");
        await Presses(desk, "Entwurf speichern");
        await ada.Goes(page);
        await ada.SeesNothingOf("Die Gruppe schlägt es dem Stadtrat vor");
        await Presses(desk, "Protokoll veröffentlichen");
        await desk.Sees("Das Protokoll ist veröffentlicht");
        await ada.Goes(page);
        await ada.Sees("Die Gruppe schlägt es dem Stadtrat vor");
        await ada.Sees("Abgegebene Stimmen: 1");
        Assert.True(await ada.FitsInWidth(), await ada.Wide());
        await ada.Keeps("minutes-320.png");
        Assert.Equal("1", await ada.Page.Locator(".vote tbody tr").First.Locator("td").First.InnerTextAsync());
        await desk.Goes(page + "/druck");
        Assert.Empty(await desk.Barriers());
        await desk.Keeps("minutes-print.png");
    }

    [Fact]
    public async Task A_closed_group_takes_in_gives_a_task_and_shows_its_papers_without_script()
    {
        await using var hub = await home.Brief();
        var (jonas, ada) = (await Somebody.WithPassword(hub, new Granted(Role.Leader, "bildung")), await Somebody.WithPassword(hub));
        await using var desk = await browser.Visitor(hub, 1280, 1700);
        await desk.LogsIn(jonas.Person, "/gruppen/bildung/leitung");
        await Presses(desk, "Aufnahme auf Anfrage");
        await desk.Sees("Sie entscheiden, wer Mitglied wird");
        await using var reader = await browser.Visitor(hub, 320, 900, script: false);
        await reader.LogsIn(ada.Person, "/gruppen/bildung");
        await Presses(reader, "Mitgliedschaft anfragen");
        await reader.Sees("Ihre Anfrage liegt der Leitung vor");
        await desk.Goes("/gruppen/bildung/leitung");
        await Presses(desk, "Aufnehmen");
        await desk.Sees("Die Anfrage ist beantwortet");
        await desk.Page.Locator("input[name='Task.Title']").FillAsync("Proberäume zählen");
        await Presses(desk, "Aufgabe hinzufügen");
        await desk.Sees("Bitte nennen Sie den Tag");
        await desk.Page.Locator("#faellig").FillAsync("2030-01-15");
        await desk.Page.Locator("#wer").SelectOptionAsync(ada.Id.ToString());
        await Presses(desk, "Aufgabe hinzufügen");
        await desk.Sees("Die Aufgabe ist hinzugefügt");
        await desk.Page.Locator("input[name='Document.Title']").FillAsync("Liste der Räume");
        await desk.Page.Locator("#datei").SetInputFilesAsync(new FilePayload { Name = "liste.pdf", MimeType = "application/pdf", Buffer = SomePicture.Pdf });
        await Presses(desk, "Unterlage hinzufügen");
        await desk.Sees("Die Unterlage ist hinzugefügt");
        Assert.Empty(await desk.Barriers());
        await desk.Keeps("group-lead.png");
        await reader.Goes("/gruppen/bildung");
        await reader.Sees("Liste der Räume");
        Assert.True(await reader.FitsInWidth(), await reader.Wide());
        await Presses(reader, "Erledigt");
        await reader.Sees("Doch nicht erledigt");
        await reader.Page.Context.ClearCookiesAsync();
        await reader.Goes("/gruppen/bildung");
        await reader.SeesNothingOf("Proberäume zählen");
        await reader.SeesNothingOf("Liste der Räume");
        foreach (var width in new[] { 320, 1280 })
        {
            await using var page = await browser.Visitor(hub, width, 2600);
            await page.LogsIn(jonas.Person, "/gruppen/bildung");
            Assert.Empty(await page.Barriers());
            await page.Keeps($"group-{width}.png");
            await page.Goes("/gruppen/bildung/leitung");
            Assert.True(await page.FitsInWidth(), await page.Wide());
            Assert.Empty(await page.Barriers());
        }
    }

    private static Task Presses(Visitor visitor, string name) => visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name }).First.ClickAsync();
}
