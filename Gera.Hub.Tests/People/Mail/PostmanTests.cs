using Gera.Hub.People.Mail;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Gera.Hub.Tests.People.Mail;

/// <summary>Mails leave at least once, whatever breaks, against a real SMTP line.</summary>
public sealed class PostmanTests(HubFixture home)
{
    private const string Secret = "Kanarienvogel-4711";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_sent_once_and_leaves_nothing_behind()
    {
        await using var server = new SmtpListener();
        var hub = await Own(server);
        await Post(hub, Test("anna@gera.example", unsubscribe: true));
        await Post(hub, Test("anna@gera.example") with { Key = "once" });
        await Post(hub, Test("anna@gera.example") with { Key = "once" });
        // Without a call: the letter in the transaction wakes the postman.
        await Eventually.Holds(() => server.Taken.Count == 2, "The mails did not leave.");
        await Eventually.Holds(async () => await hub.Ask<long>("select count(*) from people.mails where \"SentAt\" is not null") == 2, "The mails were not marked.");
        Assert.Equal(0L, await hub.Ask<long>("select count(*) from people.mails m where m::text like '%anna%' or m::text like '%' || $1 || '%'", Secret));

        var (to, message, raw) = server.Taken.First();
        Assert.Equal("RCPT TO:<anna@gera.example>", to.Single().Split(" SIZE")[0].TrimEnd());
        Assert.Contains(Secret, message.TextBody, StringComparison.Ordinal);
        Assert.Contains(Secret, message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"de\">", message.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
        Assert.Matches("^<https?://[^>]+/abbestellen/x>$", message.Headers["List-Unsubscribe"]);
        Assert.EndsWith("@gera.example", message.MessageId, StringComparison.Ordinal);
        Assert.All(raw.Split("\r\n"), line => Assert.True(line.Length <= 998));
        Assert.Null(server.Taken.Last().Message.Headers["List-Unsubscribe"]);
    }

    // Known bad: marking before sending loses this mail.
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_line_that_dies_midway_costs_no_mail(bool afterTaking)
    {
        await using var server = new SmtpListener { Now = afterTaking ? SmtpListener.Mood.DiesAfterTaking : SmtpListener.Mood.DiesWhileTaking };
        var (hub, clock) = await OwnClock(server);
        await Post(hub, Test("anna@gera.example"));
        await Postman(hub).Deliver(Stop);
        await Eventually.Holds(async () => await hub.Ask<long>("select count(*) from people.mails where \"Trouble\" is not null and \"SentAt\" is null") == 1, "The failure was not kept.");
        server.Now = SmtpListener.Mood.Good;
        Assert.Equal(0, await Postman(hub).Deliver(Stop)); // not yet due
        clock.Advance(TimeSpan.FromMinutes(2));
        await Postman(hub).Deliver(Stop);
        await Eventually.Holds(async () => await hub.Ask<long>("select count(*) from people.mails where \"SentAt\" is not null") == 1, "The mail was lost.");
        Assert.Equal(afterTaking ? 2 : 1, server.Taken.Count);
        Assert.Single(server.Taken.Select(t => t.Message.MessageId).Distinct());
    }

    [Fact]
    public async Task A_process_that_dies_with_a_mail_in_hand_leaves_it_to_the_others()
    {
        await using var server = new SmtpListener();
        var (hub, clock) = await OwnClock(server);
        await Post(hub, Test("anna@gera.example") with { Key = "held" }, hold: true);
        // As another process does first, before it dies.
        await hub.Tamper("update people.mails set \"Attempts\" = 1, \"DueAt\" = $1", clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        Assert.Equal(0, await Postman(hub).Deliver(Stop));
        clock.Advance(TimeSpan.FromMinutes(1));
        await Postman(hub).Deliver(Stop);
        await Eventually.Holds(() => server.Taken.Count == 1, "Nobody took the mail over.");
    }

    [Fact]
    public async Task Failures_wait_longer_each_time_then_the_mail_is_dead_and_can_be_sent_again()
    {
        await using var server = new SmtpListener { Now = SmtpListener.Mood.Later };
        var (hub, clock) = await OwnClock(server, ("Mail:Attempts", "3"));
        await Post(hub, Test("anna@gera.example"), hold: true);
        var waits = new List<double>();
        await hub.Tamper("update people.mails set \"DueAt\" = $1", clock.GetUtcNow());
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await Postman(hub).Deliver(Stop);
            await Eventually.Holds(async () => await hub.Ask<int>("select \"Attempts\" from people.mails") == attempt, "No attempt.");
            await Eventually.Holds(async () => await hub.Ask<long>("select count(*) from people.mails where \"Trouble\" is not null") == 1, "No trouble.");
            waits.Add(((await hub.Ask<DateTime>("select \"DueAt\" from people.mails")) - clock.GetUtcNow().UtcDateTime).TotalMinutes);
            clock.Advance(TimeSpan.FromMinutes(waits[^1]));
        }
        Assert.Equal([1.0, 3, 9], waits.Select(w => Math.Round(w, 3)));
        await using var scope = hub.Services.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<MailQueue>();
        var dead = Assert.Single(await queue.Dead(stop: Stop));
        Assert.Equal("RecipientNotAccepted (451)", dead.Trouble);
        Assert.Equal((0, 1), ((await queue.Counts(Stop)).Waiting, (await queue.Counts(Stop)).Dead));

        server.Now = SmtpListener.Mood.Good;
        using var anke = await Leader.LogIn(hub, "admin", 0);
        Assert.True((await hub.Door.Send<RetryMail, Done>(new RetryMail(dead.Id), anke.Caller, Stop)).Granted);
        await Postman(hub).Deliver(Stop);
        await Eventually.Holds(() => server.Taken.Count == 1, "The dead letter did not leave.");
    }

    [Fact]
    public async Task A_refused_recipient_is_not_tried_again()
    {
        await using var server = new SmtpListener { Now = SmtpListener.Mood.RefusesRecipient };
        var hub = await Own(server);
        await Post(hub, Test("anna@gera.example"));
        await Eventually.Holds(async () => await hub.Ask<long>("select count(*) from people.mails where \"DeadAt\" is not null and \"Attempts\" = 1 and \"Trouble\" = 'recipient refused (550)'") == 1, "The mail is not dead.");
    }

    // Known bad: without "skip locked" and the moved date, both send what both have read.
    [Fact]
    public async Task Two_processes_send_each_mail_once()
    {
        await using var server = new SmtpListener();
        var hub = await Own(server);
        for (var n = 0; n < 40; n++) await Post(hub, Test($"anna{n}@gera.example"), hold: true);
        await hub.Tamper("update people.mails set \"DueAt\" = now() - interval '1 minute'");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Postman(hub).Deliver(Stop)));
        await Eventually.Holds(async () => await hub.Ask<long>("select count(*) from people.mails where \"SentAt\" is null") == 0, "Not all left.");
        Assert.Equal(40, server.Taken.Count);
        Assert.Equal(40, server.Taken.Select(t => t.Message.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Nobody_writes_headers_through_a_name_or_an_address()
    {
        await using var server = new SmtpListener();
        var hub = await Own(server);
        foreach (var hostile in Hostile.All) await Post(hub, Test("anna@gera.example", hostile));
        foreach (var address in new[] { "anna@gera.example\r\nBcc: opfer@gera.example", "anna@gera.example, opfer@gera.example", "<opfer@gera.example>", "anna", "\"a b\"@gera.example" }) await Post(hub, Test(address));
        await Eventually.Holds(() => server.Taken.Count == Hostile.All.Length, "Not all left.", TimeSpan.FromSeconds(20));
        await Eventually.Holds(async () => await hub.Ask<long>("select count(*) from people.mails where \"DeadAt\" is not null") == 5, "Bad addresses are not dead.");
        Assert.All(server.Taken, taken =>
        {
            Assert.Single(taken.Recipients);
            Assert.Empty(taken.Message.Bcc);
            Assert.Single(taken.Message.Headers, h => h.Field == "Subject");
            Assert.DoesNotMatch("<(script|img|style)", taken.Message.HtmlBody);
            Assert.DoesNotMatch("[\u202A-\u202E\u2066-\u2069]", taken.Message.HtmlBody + taken.Message.TextBody);
        });
    }

    private static Letter Test(string address, string words = Secret, bool unsubscribe = false) => new(ProbeTemplate.Name, new { words, unsubscribe }, Address: address);

    /// <param name="hold">Not to be fetched by the hub's own postman.</param>
    private static async Task Post(RunningHub hub, Letter letter, bool hold = false)
    {
        await using var session = hub.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        hub.Services.GetRequiredService<Outbox>().Post(session, letter);
        if (hold) session.QueueSqlCommand("update people.mails set \"DueAt\" = 'infinity' where \"SentAt\" is null and \"Attempts\" = 0");
        await session.SaveChangesAsync(Stop);
    }

    private static Postman Postman(RunningHub hub) => hub.Services.GetRequiredService<Postman>();

    private Task<RunningHub> Own(SmtpListener server) => home.Own(null, server.Settings);

    private async Task<(RunningHub, FakeTimeProvider)> OwnClock(SmtpListener server, params (string, string)[] more)
    {
        var clock = new FakeTimeProvider(Some.Evening);
        return (await home.Own(clock, [.. server.Settings, .. more]), clock);
    }
}

/// <summary>A template of the tests: shows the words it was given, everywhere it can.</summary>
internal sealed class ProbeTemplate : IMailTemplate
{
    public const string Name = "probe";

    public string Kind => Name;

    public MailWords Write(System.Text.Json.JsonElement data)
    {
        var words = data.GetProperty("words").GetString()!;
        return new MailWords(words, [words, "Zweiter Absatz."], (words, "/mein-hub"), data.GetProperty("unsubscribe").GetBoolean() ? "/abbestellen/x" : null);
    }
}
