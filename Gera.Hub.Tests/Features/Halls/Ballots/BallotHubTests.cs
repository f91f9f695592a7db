using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Ballots;

/// <summary>The contract of votes.md over SignalR, line by line. Jonas leads; Ada, Bo and Cem vote.</summary>
public sealed class BallotHubTests(HubFixture home)
{
    [Fact]
    public async Task Joining_gives_a_seat_the_session_and_the_poll()
    {
        var (jonas, code, poll) = await Open();
        await using var ada = await Voter.Join(jonas.Hub, code);
        Assert.NotEmpty(ada.Seat!);
        Assert.Equal(["poll", "seat", "session"], ada.Joined.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal((code, poll), (ada.Joined.GetProperty("session").GetProperty("code").GetString(), ada.Joined.GetProperty("poll").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_seat_comes_back_as_the_same_voter()
    {
        var (jonas, code, poll) = await Open();
        await using var phone = await Voter.Join(jonas.Hub, code);
        await using var tablet = await Voter.Join(jonas.Hub, code, phone.Seat);
        Assert.Equal("counted", (await phone.Vote(poll, new[] { 1 })).Status);
        Assert.Equal("changed", (await tablet.Vote(poll, new[] { 2 })).Status);
        Assert.Equal(1, (await jonas.Close(poll))["voters"].GetInt32());
    }

    [Theory, InlineData("nonsense"), InlineData("A"), InlineData(""), InlineData("....")]
    public async Task A_seat_that_is_not_ours_is_replaced_by_a_new_one(string seat)
    {
        var (jonas, code, _) = await Open();
        await using var ada = await Voter.Join(jonas.Hub, code, seat);
        Assert.NotEqual(seat, ada.Seat);
    }

    [Fact]
    public async Task Joining_what_does_not_exist_is_refused()
    {
        await using var ada = await Voter.Connect(await home.Hub());
        foreach (var code in new[] { "AAAAAA", "", "\0", "\uD83D" })
            Assert.Contains("not_found", (await Assert.ThrowsAnyAsync<HubException>(() => ada.Join(code))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_key_is_answered_as_the_first_time_from_any_device()
    {
        var (jonas, code, poll) = await Open();
        await using var ada = await Voter.Join(jonas.Hub, code);
        var first = await ada.Vote(poll, new[] { 1 }, "k1");
        Assert.Equal(("counted", (string?)null), (first.Status, first.Code));
        Assert.Matches("^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}$", first.Receipt!);
        await using var tablet = await Voter.Join(jonas.Hub, code, ada.Seat);
        Assert.Equal(("counted", first.Receipt), await Short(tablet, poll, 1, "k1"));
        Assert.Equal(("changed", first.Receipt), await Short(ada, poll, 2, "k2"));
        Assert.Equal(("counted", first.Receipt), await Short(ada, poll, 1, "k1")); // and does not bring the first choice back
        Assert.Equal(("changed", first.Receipt), await Short(tablet, poll, 2, "k2"));
        Assert.Equal(("unchanged", first.Receipt), await Short(ada, poll, 2, "k3"));
        Assert.Equal(("unchanged", first.Receipt), await Short(ada, poll, 3, "k3"));
        var closed = await jonas.Close(poll);
        Assert.Equal(new long[] { 0, 1, 0 }, Votes(closed.Body));
        Assert.Equal(("counted", first.Receipt), await Short(ada, poll, 1, "k1"));
        Assert.Equal("closed", (await ada.Vote(poll, new[] { 1 }, "k4")).Status);
    }

    [Fact]
    public async Task A_final_poll_takes_the_first_vote_only()
    {
        var (jonas, code, poll) = await Open(new { question = "?", kind = "single", options = new[] { "a", "b" }, changeable = false });
        await using var bo = await Voter.Join(jonas.Hub, code);
        await bo.Vote(poll, new[] { 1 }, "k1");
        var second = await bo.Vote(poll, new[] { 2 }, "k2");
        Assert.Equal(("refused", "already_voted"), (second.Status, second.Code));
        Assert.Equal("counted", (await bo.Vote(poll, new[] { 1 }, "k1")).Status);
        Assert.Equal(new long[] { 1, 0 }, Votes((await jonas.Close(poll)).Body));
    }

    [Fact]
    public async Task What_is_not_a_vote_is_refused_and_changes_nothing()
    {
        var (jonas, code, poll) = await Open();
        await using var cem = await Voter.Join(jonas.Hub, code);
        foreach (var choices in new object?[] { new[] { 4 }, new[] { 0 }, new[] { -1 }, Array.Empty<int>(), new[] { 1, 2 }, "Rot", null, new[] { new[] { 1, 2 } }, new { }, int.MaxValue })
            Assert.Equal(("refused", "choice_invalid"), await Refusal(cem, poll, choices));
        Assert.Equal(("refused", "key_invalid"), await Refusal(cem, poll, new[] { 1 }, new string('k', 65)));
        Assert.Equal(("refused", "key_invalid"), await Refusal(cem, poll, new[] { 1 }, ""));
        Assert.Equal(("refused", "key_invalid"), await Refusal(cem, poll, new[] { 1 }, "\0"));
        Assert.Equal(("refused", "not_found"), await Refusal(cem, Guid.CreateVersion7(Some.Evening).ToString(), new[] { 1 }));
        Assert.Equal(("refused", "not_found"), await Refusal(cem, "no poll at all", new[] { 1 }));
        Assert.Equal(0, (await jonas.Get($"/api/live/polls/{poll}"))["voters"].GetInt32());
        Assert.Equal("counted", (await cem.Vote(poll, new[] { 1 }, new string('k', 64))).Status);
    }

    [Fact]
    public async Task A_prepared_poll_takes_no_votes_and_is_not_told_of()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Prepare(code);
        await using var ada = await Voter.Join(jonas.Hub, code);
        Assert.Equal(("refused", "not_found"), await Refusal(ada, poll, new[] { 1 }));
        Assert.Contains("not_found", (await Assert.ThrowsAnyAsync<HubException>(() => ada.Invoke("Watch", $"poll:{poll}"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_needs_a_seat_of_that_session()
    {
        var (jonas, code, poll) = await Open();
        await using var stranger = await Voter.Connect(jonas.Hub);
        Assert.Equal(("refused", "seat_required"), await Refusal(stranger, poll, new[] { 1 }));
        var (other, _) = await jonas.Session();
        await using var ada = await Voter.Join(jonas.Hub, other);
        Assert.Equal(("refused", "seat_required"), await Refusal(ada, poll, new[] { 1 }));
        var seat = ada.Seat;
        await ada.Join(code, seat);
        Assert.NotEqual(seat, ada.Seat);
    }

    [Fact]
    public async Task Everyone_who_joined_hears_of_polls_and_counts_without_watching()
    {
        var (jonas, code, poll) = await Open();
        await using var ada = await Voter.Join(jonas.Hub, code);
        await using var bo = await Voter.Join(jonas.Hub, code);
        await bo.Vote(poll, new[] { 2 });
        await Eventually.Holds(() => ada.Tallies.Any(t => t.GetProperty("voters").GetInt32() == 1), "Ada heard no count.");
        var tally = ada.Tallies.Last();
        Assert.Equal((poll, 1L), (tally.GetProperty("poll").GetString(), tally.GetProperty("version").GetInt64()));
        Assert.Equal([0, 1, 0], tally.GetProperty("votes").EnumerateArray().Select(v => v.GetInt64()));
        await jonas.Close(poll);
        await Eventually.Holds(() => ada.Polls.Any(p => p.GetProperty("state").GetString() == "closed"), "Ada did not hear of the close.");
    }

    [Fact]
    public async Task Numbers_that_are_hidden_are_null_everywhere_until_close()
    {
        var (jonas, code, poll) = await Open(new { question = "?", kind = "single", options = new[] { "a", "b" }, results = "closed" });
        await using var ada = await Voter.Join(jonas.Hub, code);
        await ada.Vote(poll, new[] { 1 });
        await Eventually.Holds(() => ada.Tallies.Any(t => t.GetProperty("voters").GetInt32() == 1), "Ada heard no count.");
        Assert.All(ada.Tallies, t => Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (t.GetProperty("votes").ValueKind, t.GetProperty("detail").ValueKind)));
        var shown = await jonas.Get($"/api/live/polls/{poll}");
        Assert.False(shown["shown"].GetBoolean());
        Assert.All(shown["options"].EnumerateArray(), o => Assert.Equal(JsonValueKind.Null, o.GetProperty("votes").ValueKind));
        Assert.Equal(new long[] { 1, 0 }, Votes((await jonas.Close(poll)).Body));
    }

    [Fact]
    public async Task Watching_is_asked_for_and_ends_when_it_is_no_longer_wanted()
    {
        var (jonas, code, poll) = await Open();
        await using var ada = await Voter.Connect(jonas.Hub);
        foreach (var topic in new[] { "home", $"session:{code}", $"poll:{poll}", $"questions:{code}" }) await ada.Invoke("Watch", topic);
        await using var bo = await Voter.Join(jonas.Hub, code);
        await bo.Vote(poll, new[] { 1 });
        await Eventually.Holds(() => !ada.Tallies.IsEmpty, "Ada heard no count.");
        await ada.Invoke("Unwatch", $"poll:{poll}");
        await jonas.Close(poll);
        await Eventually.Holds(() => ada.Changes.Contains($"session:{code}"), "Ada did not hear that the session changed.");
        // The opening may have been told after she began to watch; the close is not.
        Assert.DoesNotContain(ada.Polls, p => p.GetProperty("state").GetString() == "closed");
    }

    [Theory, InlineData("session:AAAAAA"), InlineData("poll:nonsense"), InlineData("session"), InlineData("poll"), InlineData("questions"), InlineData("hall:x"), InlineData(""), InlineData(":"), InlineData("secrets:1")]
    public async Task Topics_that_are_none_are_refused_in_words(string topic)
    {
        await using var ada = await Voter.Connect(await home.Hub());
        Assert.Contains("not_found", (await Assert.ThrowsAnyAsync<HubException>(() => ada.Invoke("Watch", topic))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_in_another_spelling_than_messages_are_sent_to_is_refused()
    {
        var (jonas, code, poll) = await Open();
        await using var ada = await Voter.Connect(jonas.Hub);
        var typed = $"{code[..3]}-{code[3..]}".ToLowerInvariant();
        foreach (var topic in new[] { $"session:{typed}", $"questions:{typed}", $"session: {code}", $"poll:{poll.ToUpperInvariant()}", $"poll:{{{poll}}}" })
            Assert.Contains("not_found", (await Assert.ThrowsAnyAsync<HubException>(() => ada.Invoke("Watch", topic))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_watches_without_end()
    {
        var jonas = await home.Jonas();
        await using var ada = await Voter.Connect(jonas.Hub);
        for (var i = 0; i < 50; i++) await ada.Invoke("Watch", $"session:{(await jonas.Session()).Code}");
        await Assert.ThrowsAnyAsync<HubException>(() => ada.Invoke("Watch", "home"));
    }

    private static long[] Votes(JsonElement poll) => [.. poll.GetProperty("options").EnumerateArray().Select(o => o.GetProperty("votes").GetInt64())];

    private static async Task<(string, string?)> Short(Voter voter, string poll, int choice, string key)
    {
        var answer = await voter.Vote(poll, new[] { choice }, key);
        return (answer.Status, answer.Receipt);
    }

    private static async Task<(string, string?)> Refusal(Voter voter, string poll, object? choices, string? key = null)
    {
        var answer = await voter.Vote(poll, choices, key);
        return (answer.Status, answer.Code);
    }

    private async Task<(Leader Jonas, string Code, string Poll)> Open(object? draft = null)
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        return (jonas, code, await jonas.Open(code, draft));
    }
}
