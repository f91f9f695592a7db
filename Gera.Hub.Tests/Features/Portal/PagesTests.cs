using System.Net;
using Gera.Hub.Features.Portal.Pages;
using Gera.Hub.Features.Portal.Videos;
using Gera.Hub.People.Data;
using Gera.Hub.Tests.People.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Features.Portal;

/// <summary>Pages of the city: told in every way, versions that stay, and forms whose answer comes back.</summary>
public sealed class PagesTests(HubFixture home)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_is_there_from_the_first_start_in_every_way_it_can_be_told()
    {
        var hub = await home.Hub();
        foreach (var key in PageKey.All)
        {
            using var guest = new Guest(hub);
            guest.Cookies.Add(hub.Address, new Cookie("sprache", key.Language));
            var look = await guest.Sees(key.Address);
            Assert.True(look.Status == HttpStatusCode.OK, key.Id);
            Assert.Single(look.Page.QuerySelectorAll("h1"));
            Assert.DoesNotContain("{{", look.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("==", look.Text, StringComparison.Ordinal);
            // Each other way is one click away, and the footer knows the page.
            foreach (var way in PageKey.Of(key.Page).Where(w => w.Variant != key.Variant)) Assert.NotNull(look.Page.QuerySelector($"main a[href='{way.Address}']"));
            Assert.NotNull(look.Page.QuerySelector($"footer a[href='/{key.Page}']"));
            Assert.Equal(Feedback.On(key) is not null && key.Variant is not PageVariant.Sign, look.Form("schreiben") is not null && key.Variant is not PageVariant.Sign);
        }
        using var stranger = new Guest(hub);
        foreach (var none in new[] { "/leichte-sprache/leichte-sprache", "/leichte-sprache/geheim", "/gebaerdensprache/x" }) Assert.Equal(HttpStatusCode.NotFound, (await stranger.Sees(none)).Status);
    }

    // Known bad: a typed list that nobody changes when a rule is added.
    [Fact]
    public async Task The_privacy_page_tells_every_rule_by_which_is_deleted()
    {
        var hub = await home.Hub();
        using var guest = new Guest(hub);
        var rows = (await guest.Sees("/datenschutz")).Page.QuerySelectorAll("main tbody tr");
        Assert.Equal(hub.Services.GetServices<Retention>().Count(), rows.Length);
        Assert.All(rows, row => Assert.DoesNotContain("Keep_", row.TextContent, StringComparison.Ordinal));
        Assert.Equal("/leichte-sprache/datenschutz", (await guest.Sees("/datenschutz")).Page.QuerySelector("header a.top-way")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_editor_looks_before_saving_and_every_version_stays_with_its_differences()
    {
        var hub = await home.Own();
        using var editor = new Guest(hub);
        var (mail, password) = hub.Demo("editor")[0];
        await editor.LogsIn(mail, password);
        const string Desk = "/verwaltung/seiten/impressum/standard/de";
        var look = await editor.Sends(Desk, "seite", ("Form.Title", "Impressum"), ("Form.Body", "Neu: **Haus** ==Nummer== <script>alert(1)</script>"), ("Form.Look", "true"));
        Assert.Equal(HttpStatusCode.OK, look.Status);
        Assert.Contains("Haus", look.Page.QuerySelector(".preview")!.InnerHtml, StringComparison.Ordinal);
        Assert.NotNull(look.Page.QuerySelector(".preview mark"));
        Assert.Null(look.Page.QuerySelector(".preview script"));
        Assert.DoesNotContain("Haus", (await editor.Sees("/impressum")).Text, StringComparison.Ordinal);

        var saved = await editor.Sends(Desk, "seite", ("Form.Title", "Impressum"), ("Form.Body", "Neu: **Haus** am Markt"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Contains("Haus am Markt", (await editor.Sees("/impressum")).Text, StringComparison.Ordinal);
        var versions = await editor.Sees(Desk + "/fassungen");
        Assert.Equal(2, versions.Page.QuerySelectorAll("main section.panel").Length);
        Assert.NotNull(versions.Page.QuerySelector("ins"));
        Assert.NotNull(versions.Page.QuerySelector("del"));
        Assert.Equal(1, await hub.Ask<long>("select count(*) from people.staff_deeds where \"Verb\" = 'SavePage' and \"About\" = 'impressum/standard/de/2'"));

        // Somebody else was faster; the text stays in the field.
        var late = await editor.Sends(Desk, "seite", ("Form.Seen", "1"), ("Form.Title", "Impressum"), ("Form.Body", "Zu spät"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Zu spät", late.Form("seite")!.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Haus am Markt", (await editor.Sees("/impressum")).Text, StringComparison.Ordinal);

        using var stranger = new Guest(hub);
        foreach (var closed in new[] { "/verwaltung/seiten", Desk, Desk + "/fassungen", "/verwaltung/rueckmeldungen" }) Assert.Equal(HttpStatusCode.NotFound, (await stranger.Sees(closed)).Status);
    }

    [Fact]
    public async Task A_signed_page_shows_its_film_once_there_is_one()
    {
        var hub = await home.Own();
        var (editor, film) = (await Somebody.In(hub, [new Granted(Role.Editor, "")]), Newsroom.NewId());
        await editor.Does<WriteVideo, string>(new WriteVideo(film, 0, new VideoWords("Kontakt in Gebärdensprache", "So erreichen Sie uns", "So erreichen Sie uns.", "")));
        await editor.Does<AddFilm, Done>(new AddFilm(film, SomeFilm.Mp4));
        await editor.Does<AddCaptions, Done>(new AddCaptions(film, SomeFilm.Captions));
        using var guest = new Guest(hub);
        Assert.Null(await editor.Asks<SavePage, int>(new SavePage("kontakt/sign/de", 1, "Kontakt", "So erreichen Sie uns.", film)));
        Assert.Null((await guest.Sees("/gebaerdensprache/kontakt")).Page.QuerySelector("main video"));
        Assert.Null(await editor.Asks(new PublishVideo(film, true)));
        Assert.NotNull((await guest.Sees("/gebaerdensprache/kontakt")).Page.QuerySelector("main video track[kind=captions]"));
        Assert.Equal("not_found", await editor.Asks<SavePage, int>(new SavePage("kontakt/sign/de", 2, "Kontakt", "Anders.", Newsroom.NewId())));
    }

    [Fact]
    public async Task A_page_that_was_open_too_long_says_so_and_leads_back()
    {
        var hub = await home.Hub();
        using var guest = new Guest(hub);
        var old = await guest.Posts("/kontakt", ("_handler", "schreiben"), ("Form.Words", "Hallo"));
        Assert.Equal(HttpStatusCode.BadRequest, old.Status);
        Assert.Contains("zu lange offen", old.Text, StringComparison.Ordinal);
        Assert.Equal("/kontakt", old.Page.QuerySelector("main a.primary")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_lost_place_brings_neither_the_form_nor_the_list_away()
    {
        Assert.Equal([null, PagePart.Form], PagePart.Of("Nur Worte", true, false).Select(p => p.Place));
        Assert.Equal([null, PagePart.Retention, null], PagePart.Of("Davor\n{{fristen}}\nDanach\n{{formular}}", false, true).Select(p => p.Place));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task What_is_written_to_the_city_has_a_number_an_answer_and_then_no_address()
    {
        var hub = await home.Own();
        using var guest = new Guest(hub);
        var wrong = await guest.Sends("/barrierefreiheit", "schreiben", ("Form.Where", "/ideen"), ("Form.Words", "Der Knopf ist zu klein."), ("Form.Mail", "kein at"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("Der Knopf ist zu klein.", wrong.Form("schreiben")!.QuerySelector("textarea")!.TextContent);
        Assert.NotNull(wrong.Form("schreiben")!.QuerySelector("input[type=email][aria-invalid=true]"));
        var mail = Newcomer.Mail("anna");
        var sent = await guest.Sends("/barrierefreiheit", "schreiben", ("Form.Where", "/ideen"), ("Form.Words", "Der Knopf ist zu klein."), ("Form.Mail", mail));
        Assert.StartsWith("/rueckmeldung/", sent.Location, StringComparison.Ordinal);
        var page = await guest.Sees(sent.Location!);
        Assert.Contains("innerhalb eines Monats", page.Text, StringComparison.Ordinal);
        Assert.Contains("noindex", page.Raw, StringComparison.Ordinal);
        Assert.Equal(1, await hub.Ask<long>("select count(*) from people.mails where \"Kind\" = $1", FeedbackMails.Taken));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Sees("/rueckmeldung/" + new string('A', 26))).Status);

        var id = await hub.Ask<Guid>("select id from hub.mt_doc_feedback where data ->> 'mail' = $1", mail);
        using var editor = new Guest(hub);
        var (name, password) = hub.Demo("editor")[0];
        await editor.LogsIn(name, password);
        Assert.Contains("BF-", (await editor.Sees("/verwaltung/rueckmeldungen")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.Sends($"/verwaltung/rueckmeldungen/{id}", "antworten", ("Form.Words", "Er ist jetzt größer."))).Status);
        Assert.Contains("Er ist jetzt größer.", (await guest.Sees(sent.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await hub.Ask<long>("select count(*) from hub.mt_doc_feedback where data ->> 'mail' = $1", mail));
        Assert.Equal(1, await hub.Ask<long>("select count(*) from people.mails where \"Kind\" = $1", FeedbackMails.Answered));
        var caller = await Somebody.In(hub, [new Granted(Role.Editor, "")]);
        Assert.Equal("feedback_answered", await caller.Asks(new AnswerFeedback(id, "Noch einmal")));
        // Nobody is flooded: the same address writes a few times only.
        Assert.Null((await hub.Door.Send<GiveFeedback, FeedbackTaken>(new GiveFeedback(FeedbackKind.Contact, null, "Hallo", null, "en"), Caller.Nobody, Stop)).Refusal);
    }

    [Fact]
    public async Task Programs_find_the_security_contact_and_what_they_may_read()
    {
        var hub = await home.Hub();
        using var guest = new Guest(hub);
        var security = await guest.Sees("/.well-known/security.txt");
        Assert.Contains("Contact: http", security.Raw, StringComparison.Ordinal);
        Assert.Contains("Expires: ", security.Raw, StringComparison.Ordinal);
        var robots = await guest.Sees("/robots.txt");
        Assert.Contains("Disallow: /verwaltung", robots.Raw, StringComparison.Ordinal);
        Assert.Contains("Disallow: /rueckmeldung/", robots.Raw, StringComparison.Ordinal);
        await Eventually.Holds(async () => (await guest.Sees("/suche?q=Durchsetzungsstelle")).Page.QuerySelector("main a[href='/barrierefreiheit']") is not null, "The search does not find the page.");
        Assert.Contains("/leichte-sprache/kontakt</loc>", (await guest.Sees("/sitemap.xml")).Raw, StringComparison.Ordinal);
    }
}
