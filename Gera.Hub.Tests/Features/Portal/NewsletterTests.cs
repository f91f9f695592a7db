using System.Net;
using Gera.Hub.Features.Portal.Newsletter;
using Gera.Hub.Features.Portal.Press;
using Gera.Hub.People.Notices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gera.Hub.Tests.Features.Portal;

/// <summary>Announcements by mail: only after a yes from the mailbox itself, each once, and ended with one click.</summary>
public sealed class NewsletterTests(HubFixture home)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Known bad: mails that follow the form and not the link.
    [Fact]
    public async Task Nothing_comes_before_the_link_was_used_and_a_get_uses_nothing()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var hub = await home.Own(clock);
        var (reader, codes, mailer) = (Mail("anna"), hub.Services.GetRequiredService<ReaderCodes>(), hub.Services.GetRequiredService<NewsletterClock>());
        Assert.Null(await Ask(hub, reader));
        Assert.Equal(1, await Mails(hub, ConfirmReaderMail.Name));
        clock.Advance(TimeSpan.FromMinutes(1));
        await Publish(hub, "Vor der Bestätigung");
        clock.Advance(TimeSpan.FromMinutes(1));
        while (await mailer.Post(Stop) > 0) { }
        Assert.Equal(0, await Mails(hub, NewsMail.Name));

        var id = await hub.Ask<Guid>("select id from portal.readers where address = $1", reader);
        using var guest = new HttpClient { BaseAddress = hub.Address };
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(new Uri(codes.Confirm(id), UriKind.Relative), Stop)).StatusCode);
        Assert.True(await hub.Ask<bool>("select confirmed_at is null from portal.readers where id = $1", id));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(new Uri("/newsletter/bestaetigen/" + codes.Keep(id).Split('/')[^1], UriKind.Relative), Stop)).StatusCode);
        Assert.Null((await hub.Door.Send<ConfirmReader, Done>(new ConfirmReader(codes.Confirm(id).Split('/')[^1]), Caller.Nobody, Stop)).Refusal);

        clock.Advance(TimeSpan.FromMinutes(1));
        await Publish(hub, "Danach");
        clock.Advance(TimeSpan.FromMinutes(1));
        // The hub's own clock looks, too: of all who do, one tells.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => mailer.Post(Stop)));
        await Eventually.Holds(async () => await Mails(hub, NewsMail.Name) == 1, "No mail tells of it.");
        Assert.Equal(0, await mailer.Post(Stop));
        Assert.Equal(1, await Mails(hub, NewsMail.Name));
        var text = await Text(hub, clock, reader, "Danach");
        Assert.DoesNotContain("Vor der Best", text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(new Uri(codes.End(id), UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(1, await hub.Ask<long>("select count(*) from portal.readers where id = $1", id));
        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        Assert.Equal(HttpStatusCode.OK, (await guest.PostAsync(new Uri(codes.End(id), UriKind.Relative), click, Stop)).StatusCode);
        Assert.Equal(0, await hub.Ask<long>("select count(*) from portal.readers where id = $1", id));
    }

    [Fact]
    public async Task Themes_and_rhythm_are_kept_and_what_has_not_its_moment_is_in_no_mail()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
        var hub = await home.Own(clock);
        var (energy, weekly, mailer) = (Mail("energie"), Mail("woche"), hub.Services.GetRequiredService<NewsletterClock>());
        Assert.Null(await Ask(hub, energy, ["energie"]));
        Assert.Null(await Ask(hub, weekly, null, Rhythm.Weekly));
        await hub.Tamper("update portal.readers set confirmed_at = told_until");
        clock.Advance(TimeSpan.FromMinutes(1));
        await Publish(hub, "Stadt und Verkehr", "stadt");
        await Publish(hub, "Für alle", null);
        await Publish(hub, "Noch nicht", "energie", clock.GetUtcNow().AddHours(1));
        clock.Advance(TimeSpan.FromMinutes(1));
        while (await mailer.Post(Stop) > 0) { }
        var text = await Text(hub, clock, energy, "Für alle");
        Assert.DoesNotContain("Stadt und", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Noch nicht", text, StringComparison.Ordinal);
        Assert.Equal(1, await Mails(hub, NewsMail.Name));
        clock.Advance(TimeSpan.FromDays(5));
        while (await mailer.Post(Stop) > 0) { }
        // The one that had to wait for its moment, and the week's for who wants it weekly.
        Assert.Equal(3, await Mails(hub, NewsMail.Name));
        Assert.Contains("Stadt und", await Text(hub, clock, weekly, "Noch nicht"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_has_a_sentence_and_nobody_learns_who_reads()
    {
        var hub = await home.Own();
        foreach (var bad in new[] { "", "kein-at", "Mona <mona@gera.example>", "mona@gera.example\r\nBcc: alle@gera.example" }) Assert.Equal("reader_address_bad", await Ask(hub, bad));
        Assert.Equal("reader_no_theme", await Ask(hub, Mail("x"), ["sport"]));
        Assert.Equal("reader_no_theme", await Ask(hub, Mail("x"), null, Rhythm.Never));
        Assert.Equal("reader_consent_missing", (await hub.Door.Send<Subscribe, Done>(new Subscribe(Mail("x"), ["energie"], Rhythm.Daily, false), Caller.Nobody, Stop)).Refusal?.Code);
        var known = Mail("bekannt");
        Assert.Null(await Ask(hub, known));
        // Asked again at once: the same answer, and no second mail.
        Assert.Null(await Ask(hub, known.ToUpperInvariant()));
        Assert.Equal(1, await Mails(hub, ConfirmReaderMail.Name));
        await hub.Tamper("update portal.readers set confirmed_at = now(), asked_at = now() - interval '1 hour' where address = $1", known);
        Assert.Null(await Ask(hub, known, ["energie"]));
        Assert.Equal(1, await Mails(hub, KnownReaderMail.Name));
        Assert.Equal(5, await hub.Ask<int>("select cardinality(themes) from portal.readers where address = $1", known));
    }

    // Known bad: one index over all addresses, by which a journalist's order changed the reader's.
    [Fact]
    public async Task The_press_list_is_apart_confirms_first_and_tells_at_once()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var hub = await home.Own(clock);
        var (both, added, mailer) = (Mail("beides"), Mail("blatt"), hub.Services.GetRequiredService<NewsletterClock>());
        Assert.Null(await Ask(hub, both, ["energie"], Rhythm.Weekly));
        using var guest = new Guest(hub);
        var wrong = await guest.Sends("/presse/verteiler", "verteiler", ("Form.Address", both), ("Form.Outlet", ""), ("Form.Consent", "true"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.NotNull(wrong.Page.QuerySelector("#medium[aria-invalid=true]"));
        Assert.Equal("/presse/verteiler?gesendet=ja", (await guest.Sends("/presse/verteiler", "verteiler", ("Form.Address", both), ("Form.Outlet", "Geraer Blatt"), ("Form.Consent", "true"))).Location);
        Assert.Equal(2, await hub.Ask<long>("select count(*) from portal.readers where address = $1", both));
        var desk = await Newsroom.Open(hub);
        var contact = await desk.Tilda.Does<AddPressContact, Guid>(new AddPressContact(added, "Ostthüringer Funk"));
        Assert.Equal("press_contact_taken", await desk.Tilda.Asks<AddPressContact, Guid>(new AddPressContact(added.ToUpperInvariant(), "Noch einmal")));
        Assert.Equal(1, await Mails(hub, PressContactMail.Name));
        clock.Advance(TimeSpan.FromMinutes(1));
        await Publish(hub, "Sofort für die Presse");
        clock.Advance(TimeSpan.FromMinutes(1));
        await mailer.Post(Stop);
        await Eventually.Holds(async () => await Mails(hub, NewsMail.Name) == 1, "The press learns nothing.");
        await Text(hub, clock, added, "Sofort für die Presse");
        var end = hub.Services.GetRequiredService<ReaderCodes>().End(contact);
        using var http = new HttpClient { BaseAddress = hub.Address };
        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync(new Uri(end, UriKind.Relative), click, Stop)).StatusCode);
        Assert.Equal(0, await hub.Ask<long>("select count(*) from portal.readers where address = $1", added));
        Assert.Equal("not_found", await desk.Tilda.Asks(new DropPressContact(contact)));
    }

    private static string Mail(string name) => $"{name}-{Newsroom.NewId().ToString("N")[^8..]}@gera.example";

    private static async Task<string?> Ask(RunningHub hub, string address, string[]? themes = null, Rhythm rhythm = Rhythm.AtOnce) =>
        (await hub.Door.Send<Subscribe, Done>(new Subscribe(address, themes ?? WorkingGroup.All, rhythm, true), Caller.Nobody, Stop)).Refusal?.Code;

    /// <summary>Of that kind, sent or not, in a hub of the test's own: the address is forgotten once a mail is sent.</summary>
    private static Task<long> Mails(RunningHub hub, string kind) => hub.Ask<long>("select count(*) from people.mails where \"Kind\" = $1", kind);

    /// <summary>The mail to that address with these words, once the postman has brought it.</summary>
    private static async Task<string> Text(RunningHub hub, FakeTimeProvider clock, string address, string words)
    {
        string? found = null;
        await Eventually.Holds(async () =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            var folder = hub.Services.GetRequiredService<Gera.Hub.People.Mail.FolderCarrier>().Folder;
            foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml") : [])
            {
                using var mail = await MimeKit.MimeMessage.LoadAsync(file, Stop);
                if (mail.To.ToString() == address && mail.TextBody?.Contains(words, StringComparison.Ordinal) == true) found = mail.TextBody;
            }
            return found is not null;
        }, $"No mail to {address} says {words}.", TimeSpan.FromSeconds(30));
        return found!;
    }

    private static async Task Publish(RunningHub hub, string title, string? theme = "stadt", DateTimeOffset? at = null)
    {
        var desk = await Newsroom.Open(hub);
        var id = Newsroom.NewId();
        Assert.Null(await desk.Tilda.Asks(new WriteAnnouncement(id, 0, new AnnouncementWords(title, "Kurz.", "Lang.", theme))));
        Assert.Null(await desk.Tilda.Asks(new SendAnnouncement(id)));
        Assert.Null(await desk.Ben.Asks(new ReviewAnnouncement(id, 1, null)));
        Assert.Null(await desk.Tilda.Asks(new ScheduleAnnouncement(id, at)));
    }
}
