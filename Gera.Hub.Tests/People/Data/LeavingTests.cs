using System.Text.Json;
using Gera.Hub.People.Data;
using Gera.Hub.People.Mail;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gera.Hub.Tests.People.Data;

/// <summary>Whoever leaves takes along all that is theirs; what was counted stays counted.</summary>
public sealed class LeavingTests(HubFixture home)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Known bad: plain text in QuestionAsked, or a voter that stays made of the account, is found below.
    [Theory, InlineData(true), InlineData(false)]
    public async Task Erasure_leaves_counts_and_records_and_nothing_of_the_person(bool keep)
    {
        var hub = await home.Own();
        using var jonas = await Leader.LogIn(hub, "leader", 0);
        using var person = await Canary.Arrives(hub);
        var account = person.Caller.User!.Value;
        var (code, hall) = await jonas.Session("account");
        await hub.Door.Send<SetQuestionRules, Done>(new SetQuestionRules(hall, new QuestionRules(true, true, false)), jonas.Caller, Stop);
        using var others = new People(await LogIn(hub, 4));
        var polls = new List<string>();
        foreach (var draft in new object[]
        {
            new { question = "Welche Farbe?", kind = "single", options = new[] { "Rot", "Grün" } },
            new { question = "Was fehlt?", kind = "text", options = Array.Empty<string>() },
            new { question = "Ja oder nein?", kind = "motion", options = Array.Empty<string>(), secret = true, results = "closed" },
        })
        {
            var poll = await jonas.Open(code, draft);
            polls.Add(poll);
            foreach (var voter in others.All.Append(person))
            {
                await using var phone = await Voter.Join(hub, code, token: voter.Token);
                var choice = polls.Count == 2 ? (object)(voter == person ? Canary.Words : "Bänke") : new[] { 1 };
                Assert.Equal("counted", (await phone.Vote(poll, choice)).Status);
            }
            if (polls.Count == 2) await hub.Door.Send<ModerateWord, Done>(new ModerateWord(Guid.Parse(poll), null, true), jonas.Caller, Stop);
            await jonas.Close(poll);
        }
        var seat = Seats.OfAccount(hall, account);
        var asked = await hub.Door.Send<AskQuestion, QuestionTaken>(new AskQuestion(hall, Canary.Question, Canary.Signed), person.Caller with { Seat = seat }, Stop);
        Assert.True(asked.Granted);
        await Fill(hub, account);
        var before = await Counts(jonas, polls);

        // Everything is in the download before, and readable in the hall.
        var download = (await person.Get("/konto/daten/meine-daten.json")).Raw;
        var file = JsonDocument.Parse(download).RootElement;
        Assert.Equal(Canary.Mail, file.GetProperty("account").GetProperty("email").GetString());
        Assert.Equal(Canary.Question, file.GetProperty("halls").GetProperty("questions")[0].GetProperty("text").GetString());
        Assert.Equal(3, file.GetProperty("halls").GetProperty("polls").GetArrayLength());
        Assert.Contains(file.GetProperty("halls").GetProperty("polls").EnumerateArray(), p => p.GetProperty("secret").GetBoolean() && p.GetProperty("choice").ValueKind == JsonValueKind.Null);
        Assert.Contains(file.GetProperty("halls").GetProperty("polls").EnumerateArray(), p => p.GetProperty("words").GetString() == Canary.Words);
        using var stranger = Leader.Nobody(hub);
        Assert.Contains(Canary.Question, System.Net.WebUtility.HtmlDecode((await stranger.Get($"/live/{code}/fragen")).Raw), StringComparison.Ordinal);
        // In the event and its snapshot the words are sealed even now.
        Assert.DoesNotContain(await Canary.Found(hub, "nistet", "Pirolin"), f => f.StartsWith("hub.", StringComparison.Ordinal));

        await Refused(hub, person, new LeaveHub("jemand@anders.example", Canary.Password, keep), "mail_differs");
        await Refused(hub, person, new LeaveHub(Canary.Mail, "falsch", keep), "password_wrong");
        await Refused(hub, person, new LeaveHub(Canary.Mail, null, keep), "password_wrong");
        Assert.True((await hub.Door.Send<LeaveHub, Done>(new LeaveHub(Canary.Mail.ToUpperInvariant(), Canary.Password, keep), person.Caller, Stop)).Granted);

        Assert.Equal(before, await Counts(jonas, polls));
        Assert.Equal("log_in_first", (await hub.Door.Send<LeaveHub, Done>(new LeaveHub(Canary.Mail, Canary.Password, keep), person.Caller, Stop)).Refusal?.Code);
        var contributions = keep ? new[] { "nistet", "Pirolwiese" } : [];
        Assert.Empty(await Canary.Found(hub, [.. Canary.Traces.Except(keep ? ["Pirol"] : []), Canary.Signed, account.ToString(), Convert.ToHexStringLower(account.ToByteArray())]));
        foreach (var contribution in contributions) Assert.NotEmpty(await Canary.Found(hub, contribution));
        // Nobody can find the seat of the account either, but in the question's own events.
        Assert.DoesNotContain(await Canary.Found(hub, seat.Id.ToString()), f => !f.StartsWith("hub.mt_", StringComparison.Ordinal));
        var page = System.Net.WebUtility.HtmlDecode((await stranger.Get($"/live/{code}/fragen")).Raw);
        Assert.Equal(keep, page.Contains(Canary.Question, StringComparison.Ordinal));
        Assert.DoesNotContain(Canary.Signed, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var hub = await home.Own();
        var (mail, password) = hub.Demo("admin")[0];
        using var anke = await Leader.LogIn(hub, mail, password);
        await Refused(hub, anke, new LeaveHub(mail, password, true), "last_administrator");
    }

    [Fact]
    public async Task Words_sealed_by_one_key_are_opened_by_no_other_and_by_none_once_it_is_gone()
    {
        var hub = await home.Own();
        using var person = await Canary.Arrives(hub);
        var keys = hub.Services.GetRequiredService<PersonKeys>();
        var id = person.Caller.User!.Value;
        var seals = new List<string?>();
        foreach (var words in Hostile.All) seals.Add(await keys.Seal(id, words, Stop));
        Assert.Equal(Hostile.All, await keys.Open(seals, Stop));
        Assert.NotEqual(seals[0], await keys.Seal(id, Hostile.All[0], Stop));
        Assert.Equal([null, "offen", null, null], await keys.Open([null, "offen", seals[0]![..^2] + (seals[0]![^2] == 'A' ? "BA" : "AA"), "\u0001kein Siegel"], Stop));
        await hub.Tamper("delete from people.person_keys");
        Assert.All(await keys.Open(seals, Stop), Assert.Null);
    }

    [Fact]
    public async Task Nobody_else_gets_the_download()
    {
        var hub = await home.Hub();
        using var stranger = Leader.Nobody(hub);
        foreach (var path in new[] { "/konto/daten/meine-daten.json", "/konto/daten/ansicht", "/konto/daten", "/mein-hub" })
        {
            var reply = await stranger.Get(path);
            Assert.Equal(System.Net.HttpStatusCode.Redirect, reply.Status);
            Assert.StartsWith("/anmelden?ziel=%2F", reply.Message.Headers.Location!.ToString().Replace(hub.Address.ToString().TrimEnd('/'), "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    private static async Task Fill(RunningHub hub, Guid account)
    {
        await using var session = hub.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        var outbox = hub.Services.GetRequiredService<Outbox>();
        outbox.Post(session, new Letter("nie", new { name = Canary.Name }, account));
        outbox.Post(session, new Letter("nie", new { name = Canary.Name }, Address: Canary.Mail));
        await session.SaveChangesAsync(Stop);
        await hub.Tamper("""insert into people.consents ("Id", "UserId", "Kind", "Version", "At") values (gen_random_uuid(), $1, 'rules', '2026-11', now())""", account);
        await hub.Tamper("""insert into people.follows ("UserId", "Target", "At") values ($1, 'group:energie', now())""", account);
        await hub.Tamper("""insert into people.blocks ("Id", "UserId", "By", "Reason", "At", "LiftedAt") values (gen_random_uuid(), $1, $1, 'Zilpzalp', now(), now())""", account);
        await hub.Tamper("""insert into people.codes ("Hash", "Purpose", "Data", "At", "Until") values ('\x01', 'invite', '{"mail":"Zilpzalp@eulenspiegel.example"}', now(), now())""");
    }

    private static async Task<string> Counts(Leader jonas, List<string> polls)
    {
        var all = new System.Text.StringBuilder();
        foreach (var poll in polls)
        {
            var record = await jonas.Get($"/api/live/polls/{poll}/record");
            var found = JsonSerializer.Deserialize<PublicRecord>(record.Raw, JsonSerializerOptions.Web)!;
            await using var session = jonas.Hub.Services.GetRequiredService<IDocumentStore>().QuerySession();
            Assert.Equal(Finding.None, Verifier.Check(found, (await session.LoadAsync<Poll>(Guid.Parse(poll), Stop))!.Rules));
            var facts = await jonas.Hub.Services.GetRequiredService<Facts>().Marks(Guid.Parse(poll), (await session.LoadAsync<Poll>(Guid.Parse(poll), Stop))!.Rules, Stop);
            var marks = await jonas.Hub.Ask<long>("select (select count(*) from halls.ballot_marks where poll = $1) + (select count(*) from halls.opened_marks where poll = $1)", Guid.Parse(poll));
            all.Append(string.Join(',', found.Votes ?? [])).Append('/').Append(found.Voters).Append('/').Append(found.Head).Append('/').Append(string.Join(',', facts.Cells)).Append('/').Append(marks).Append('\n');
        }
        return all.ToString();
    }

    private static async Task Refused(RunningHub hub, Leader person, LeaveHub wish, string code) =>
        Assert.Equal(code, (await hub.Door.Send<LeaveHub, Done>(wish, person.Caller, Stop)).Refusal?.Code);

    private static async Task<Leader[]> LogIn(RunningHub hub, int count)
    {
        var people = new List<Leader>();
        foreach (var (role, n) in new[] { ("citizen", 0), ("citizen", 1), ("press", 0), ("desk", 0) }.Take(count)) people.Add(await Leader.LogIn(hub, role, n));
        return [.. people];
    }

    private sealed class People(Leader[] all) : IDisposable
    {
        public Leader[] All => all;

        public void Dispose()
        {
            foreach (var person in all) person.Dispose();
        }
    }
}
