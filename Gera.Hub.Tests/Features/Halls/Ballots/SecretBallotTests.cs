using System.Text.Json;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Ballots;

public sealed class SecretBallotTests(HubFixture home)
{
    private static readonly object Draft = new { question = "Wer spricht für Lusan?", kind = "single", options = new[] { "Ada", "Bo", "Cem" }, secret = true };

    [Fact]
    public async Task A_secret_ballot_is_counted_once_final_and_has_no_receipt()
    {
        var (jonas, code, poll) = await Open();
        await using var crowd = await Crowd.Join(jonas.Hub, code, 6);
        foreach (var ballot in await crowd.Vote(poll, n => [n % 2 + 1])) Assert.Equal(("counted", (string?)null, (string?)null), (ballot.Status, ballot.Code, ballot.Receipt));
        var again = await crowd[0].Vote(poll, new[] { 3 });
        Assert.Equal(("unchanged", "already_recorded", (string?)null), (again.Status, again.Code, again.Receipt));
        Assert.Equal(("unchanged", "already_recorded"), await Key(crowd[1], poll, "same"));
        var closed = await jonas.Close(poll);
        Assert.Equal([3, 3, 0], closed["options"].EnumerateArray().Select(o => o.GetProperty("votes").GetInt64()));
        Assert.Equal(("unchanged", "already_recorded"), await Key(crowd[2], poll, "late"));
        await using var late = await Voter.Join(jonas.Hub, code);
        Assert.Equal(("closed", "closed"), await Key(late, poll, "late"));
    }

    [Fact]
    public async Task Below_five_nobody_learns_how_many_and_before_close_nobody_learns_what()
    {
        var (jonas, code, poll) = await Open();
        await using var crowd = await Crowd.Join(jonas.Hub, code, 5);
        foreach (var ballot in await crowd.Vote(poll, _ => [1], of: 4)) Assert.Equal(("counted", 0L), (ballot.Status, ballot.Version));
        await Eventually.Holds(() => !crowd[4].Tallies.IsEmpty, "No count came.");
        foreach (var seen in new[] { (await jonas.Get($"/api/live/polls/{poll}")).Body, crowd[4].Tallies.Last() })
            Assert.Equal((0, 0L), (seen.GetProperty("voters").GetInt32(), seen.GetProperty("version").GetInt64()));
        await crowd[4].Vote(poll, new[] { 2 });
        await Eventually.Holds(() => crowd[0].Tallies.Any(t => t.GetProperty("voters").GetInt32() == 5), "The fifth was not told.");
        Assert.All(crowd.Voters.SelectMany(v => v.Tallies), t => Assert.Equal(JsonValueKind.Null, t.GetProperty("votes").ValueKind));
        var shown = await jonas.Get($"/api/live/polls/{poll}");
        Assert.All(shown["options"].EnumerateArray(), o => Assert.Equal(JsonValueKind.Null, o.GetProperty("votes").ValueKind));
        HallApiTests.Refused(await jonas.Get($"/api/live/polls/{poll}/record"), System.Net.HttpStatusCode.Conflict, "record_not_yet");
    }

    [Fact]
    public async Task Fewer_than_five_ballots_have_no_result_and_leave_nothing_behind()
    {
        var (jonas, code, poll) = await Open();
        await using var crowd = await Crowd.Join(jonas.Hub, code, 4);
        await crowd.Vote(poll, _ => [2]);
        var closed = await jonas.Close(poll);
        Assert.All(closed["options"].EnumerateArray(), o => Assert.Equal(JsonValueKind.Null, o.GetProperty("votes").ValueKind));
        Assert.Equal((0, 0L, false), (closed["voters"].GetInt32(), closed["version"].GetInt64(), closed["shown"].GetBoolean()));
        var record = await jonas.Get($"/api/live/polls/{poll}/record");
        Assert.Equal((JsonValueKind.Null, 0, 0), (record["votes"].ValueKind, record["voters"].GetInt32(), record["boxes"].GetArrayLength()));
        Assert.Equal(0L, await jonas.Hub.Ask<long>("select count(*) from halls.opened_ballots where poll = $1", Guid.Parse(poll)));
        Assert.Equal(0L, await jonas.Hub.Ask<long>("select count(*) from pg_class where relname like 'secret\\_' || $1 || '%'", Guid.Parse(poll).ToString("N")));
    }

    [Fact]
    public async Task The_record_of_an_opened_box_can_be_counted_again()
    {
        var (jonas, code, poll) = await Open();
        await using var crowd = await Crowd.Join(jonas.Hub, code, 7);
        await crowd.Vote(poll, n => [n % 3 + 1]);
        await jonas.Close(poll);
        var read = await jonas.Get($"/api/live/polls/{poll}/record");
        var record = JsonSerializer.Deserialize<PublicRecord>(read.Raw, JsonSerializerOptions.Web)!;
        Assert.Equal(Finding.None, Verifier.Check(record, Some.Rules(secret: true)));
        Assert.Equal(7, record.Boxes.Single().Entries.Length);
        Assert.DoesNotContain("receipt", read.Raw, StringComparison.Ordinal);

        await jonas.Hub.Tamper("update halls.opened_ballots set choice = array[choice[1] % 3 + 1] where poll = $1 and id = (select min(id::text)::uuid from halls.opened_ballots where poll = $1)", Guid.Parse(poll));
        Assert.False(Verifier.Check(JsonSerializer.Deserialize<PublicRecord>((await jonas.Get($"/api/live/polls/{poll}/record")).Raw, JsonSerializerOptions.Web)!, Some.Rules(secret: true)).IsFine);
    }

    [Fact]
    public async Task A_secret_poll_for_four_cards_is_refused_with_the_reason()
    {
        var jonas = await home.Jonas();
        var (code, id) = await jonas.Session("card");
        Assert.Equal(4, (await jonas.Hub.Door.Send<IssueCards, PrintedCard[]>(new IssueCards(id, 4), jonas.Caller, TestContext.Current.CancellationToken)).Value.Length);
        HallApiTests.Refused(await jonas.Post($"/api/live/polls/{await jonas.Prepare(code, Draft)}/open"), System.Net.HttpStatusCode.Conflict, "too_few_entitled");
    }

    private static async Task<(string, string?)> Key(Voter voter, string poll, string key)
    {
        var answer = await voter.Vote(poll, new[] { 3 }, key);
        return (answer.Status, answer.Code);
    }

    private async Task<(Leader Jonas, string Code, string Poll)> Open()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        return (jonas, code, await jonas.Open(code, Draft));
    }
}
