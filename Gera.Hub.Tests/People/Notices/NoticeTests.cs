using Gera.Hub.People.Notices;
using Gera.Hub.Tests.People.Data;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Gera.Hub.Tests.People.Notices;

/// <summary>People are told once, as often as they want, and can end it with one click that does nothing else.</summary>
public sealed class NoticeTests(HubFixture home)
{
    private const string Kind = "answer";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answered_question_is_told_to_whoever_asked_until_it_was_read()
    {
        var hub = await home.Own();
        using var jonas = await Leader.LogIn(hub, "leader", 0);
        using var ada = await Leader.LogIn(hub, "citizen", 0);
        using var ben = await Leader.LogIn(hub, "citizen", 1);
        var (code, hall) = await jonas.Session("account");
        var seat = Seats.OfAccount(hall, ada.Caller.User!.Value);
        for (var n = 0; n < 2; n++)
        {
            var asked = await hub.Door.Send<AskQuestion, QuestionTaken>(new AskQuestion(hall, $"Kommt ein Dach? {n}"), ada.Caller with { Seat = seat }, Stop);
            foreach (var step in new[] { Moderation.Show, Moderation.Answer, Moderation.Answer })
                Assert.True((await hub.Door.Send<ModerateQuestion, Done>(new ModerateQuestion(Guid.Parse(asked.Value.Id), step, "Im Mai."), jonas.Caller, Stop)).Granted);
        }
        var page = System.Net.WebUtility.HtmlDecode((await ada.Get("/mein-hub")).Raw);
        Assert.Contains("2 Ihrer Fragen in „Einwohnerversammlung Lusan“ wurden beantwortet.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ihrer Fragen", System.Net.WebUtility.HtmlDecode((await ben.Get("/mein-hub")).Raw), StringComparison.Ordinal);

        var notice = await hub.Ask<Guid>("""select "Id" from people.notices""");
        Assert.Equal("not_allowed", (await hub.Door.Send<ReadNotice, NoticeRead>(new ReadNotice(notice), ben.Caller, Stop)).Refusal?.Code);
        Assert.StartsWith($"/live/{code}/fragen#frage-", (await hub.Door.Send<ReadNotice, NoticeRead>(new ReadNotice(notice), ada.Caller, Stop)).Value.Link, StringComparison.Ordinal);
        Assert.DoesNotContain("Ihrer Fragen", System.Net.WebUtility.HtmlDecode((await ada.Get("/mein-hub")).Raw), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_follow_each_persons_rule_newest_first_and_many_of_one_kind_are_one_line()
    {
        await using var server = new SmtpListener();
        var clock = new FakeTimeProvider(Some.Evening); // Monday, 19:00 in Gera
        var hub = await home.Own(clock, server.Settings);
        var people = new Dictionary<Rhythm, Leader>();
        foreach (var rhythm in Enum.GetValues<Rhythm>())
        {
            people[rhythm] = await Canary.Arrives(hub, $"{rhythm}@gera.example");
            Assert.True((await hub.Door.Send<SetNotices, Done>(new SetNotices(new Dictionary<string, Rhythm> { [Kind] = rhythm }), people[rhythm].Caller, Stop)).Granted);
            for (var n = 0; n < 3; n++) await Tell(hub, people[rhythm], "hall:1", "Lusan");
            await Tell(hub, people[rhythm], "hall:2", "Untermhaus", clock.GetUtcNow().AddMinutes(-1));
        }
        await Due(hub, clock, TimeSpan.FromSeconds(1));
        await Mails(server, "AtOnce@gera.example");
        var (_, message, _) = server.Taken.Single();
        var text = message.TextBody!;
        Assert.Equal("2 Hinweise für Sie", message.Subject);
        Assert.True(text.IndexOf("3 Ihrer Fragen in „Lusan“", StringComparison.Ordinal) is > 0 and var first && text.IndexOf("Ihre Frage in „Untermhaus“", StringComparison.Ordinal) > first, text);
        await Due(hub, clock, TimeSpan.FromHours(11)); // Tuesday, 6:00
        await Mails(server, "AtOnce@gera.example");
        await Due(hub, clock, TimeSpan.FromHours(1)); // Tuesday, 7:00
        await Mails(server, "AtOnce@gera.example", "Daily@gera.example");
        await Due(hub, clock, TimeSpan.FromDays(5.9));
        await Mails(server, "AtOnce@gera.example", "Daily@gera.example");
        await Due(hub, clock, TimeSpan.FromDays(0.2)); // the next Monday
        await Mails(server, "AtOnce@gera.example", "Daily@gera.example", "Weekly@gera.example");
        foreach (var person in people.Values) person.Dispose();
    }

    // Known bad: without "for update skip locked" two processes tell the same twice.
    [Fact]
    public async Task Several_processes_tell_once()
    {
        var hub = await home.Own(settings: ("Mail:Attempts", "1"));
        using var ada = await Canary.Arrives(hub);
        for (var n = 0; n < 30; n++) await Tell(hub, ada, $"hall:{n}", "Lusan");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => hub.Services.GetRequiredService<Digests>().Post(Stop)));
        Assert.Equal(30L, await hub.Ask<long>("""select count(*) from people.notices where "MailedAt" is not null"""));
        Assert.Equal(1L, await hub.Ask<long>("select count(*) from people.mails"));
    }

    [Fact]
    public async Task An_unsubscribe_link_can_only_unsubscribe_and_only_by_post()
    {
        var hub = await home.Own();
        using var ada = await Canary.Arrives(hub);
        using var stranger = Leader.Nobody(hub);
        var path = hub.Services.GetRequiredService<UnsubscribeCodes>().Path(ada.Caller.User!.Value, [Kind]);
        var shown = await stranger.Get(path);
        Assert.Contains("Abbestellen</button>", shown.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary.Mail, shown.Raw, StringComparison.Ordinal);
        Assert.Equal(0L, await hub.Ask<long>("select count(*) from people.notice_rules"));
        using var click = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]) };
        var done = await stranger.Send(click);
        Assert.Equal(System.Net.HttpStatusCode.OK, done.Status);
        Assert.Contains("Abbestellt.", done.Raw, StringComparison.Ordinal);
        Assert.False(done.Message.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.Contains("login", StringComparison.Ordinal)));
        Assert.Equal((1L, (int)Rhythm.Never), (await hub.Ask<long>("select count(*) from people.notice_rules"), await hub.Ask<int>("""select "Rhythm" from people.notice_rules""")));
        await Tell(hub, ada, "hall:1", "Lusan");
        Assert.Equal(0, await hub.Services.GetRequiredService<Digests>().Post(Stop));

        using var forged = new HttpRequestMessage(HttpMethod.Post, new Uri(path[..^3] + "xyz", UriKind.Relative)) { Content = new FormUrlEncodedContent([]) };
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await stranger.Send(forged)).Status);
        await hub.Tamper("delete from people.users where \"Id\" = $1", ada.Caller.User!.Value);
        using var late = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent([]) };
        Assert.Equal(System.Net.HttpStatusCode.OK, (await stranger.Send(late)).Status);
    }

    private static async Task Tell(RunningHub hub, Leader person, string about, string title, DateTimeOffset? at = null)
    {
        await using var session = hub.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        hub.Services.GetRequiredService<Noticeboard>().Tell(session, person.Caller.User!.Value, Kind, about, new { title }, "/mein-hub");
        await session.SaveChangesAsync(Stop);
        if (at is { } then) await hub.Tamper("""update people.notices set "At" = $1 where "About" = $2""", then, about);
    }

    private static async Task Due(RunningHub hub, FakeTimeProvider clock, TimeSpan later)
    {
        clock.Advance(later);
        await hub.Services.GetRequiredService<Digests>().Post(Stop);
    }

    /// <summary>Exactly these have got a mail so far.</summary>
    private static async Task Mails(SmtpListener server, params string[] expected)
    {
        await Eventually.Holds(() => server.Taken.Count >= expected.Length, "A mail is missing.");
        Assert.Equal(expected.Order(StringComparer.Ordinal), server.Taken.Select(t => t.Message.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal));
    }
}
