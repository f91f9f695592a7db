using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Ballots;

/// <summary>Many at once, over two processes: nothing acknowledged is lost, nothing counts twice.</summary>
public sealed class RushTests(HubFixture home)
{
    // Known bad: without the primary key of halls.ballot_marks (or with "on conflict do nothing" taken as success) far more than 200 are counted.
    [Fact]
    public async Task Two_hundred_voters_voting_fifty_times_at_once_over_two_processes_are_two_hundred()
    {
        var (jonas, code, poll) = await Open(changeable: true);
        var second = await home.Second();
        var answers = new ConcurrentBag<Ballot>();
        await using var crowd = await Crowd.Join(jonas.Hub, code, 200);
        await using var tabs = await Crowd.Join(second, code, 40);
        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 200 }, async (n, _) =>
        {
            var here = Enumerable.Range(0, 25).Select(i => crowd[n].Vote(poll, new[] { i % 3 + 1 }, $"{n}-{i}"));
            foreach (var ballot in await Task.WhenAll(here)) answers.Add(ballot);
        });
        foreach (var batch in Enumerable.Range(0, 200).Chunk(40))
        {
            await Task.WhenAll(batch.Select(n => tabs[n % 40].Join(code, crowd[n].Seat)));
            foreach (var ballots in await Task.WhenAll(batch.Select(n => Task.WhenAll(Enumerable.Range(25, 25).Select(i => tabs[n % 40].Vote(poll, new[] { i % 3 + 1 }, $"{n}-{i}"))))))
                foreach (var ballot in ballots) answers.Add(ballot);
        }
        Assert.All(answers, a => Assert.Contains(a.Status, new[] { "counted", "changed", "unchanged", "busy" }));
        Assert.Equal(200, answers.Count(a => a.Status == "counted"));
        var closed = await jonas.Close(poll);
        Assert.Equal((200, 200L), (closed["voters"].GetInt32(), closed["options"].EnumerateArray().Sum(o => o.GetProperty("votes").GetInt64())));
        Assert.Equal(200L, await jonas.Hub.Ask<long>("select count(*) from halls.ballot_marks where poll = $1", Guid.Parse(poll)));
        Assert.Equal(Finding.None, Verifier.Check(await Record(jonas, poll), Some.Rules()));
    }

    [Fact]
    public async Task Votes_that_race_the_close_are_counted_or_told_and_the_result_never_moves_afterwards()
    {
        var second = await home.Second();
        for (var round = 0; round < 3; round++)
        {
            var (jonas, code, poll) = await Open(changeable: false);
            await using var here = await Crowd.Join(jonas.Hub, code, 60);
            await using var there = await Crowd.Join(second, code, 60);
            var votes = here.Voters.Concat(there.Voters).Select((voter, n) => voter.Vote(poll, new[] { n % 3 + 1 })).ToArray();
            var closed = await jonas.Close(poll);
            var answers = await Task.WhenAll(votes);
            Assert.All(answers, a => Assert.Contains(a.Status, new[] { "counted", "closed", "busy" }));
            Assert.Equal(answers.Count(a => a.Status == "counted"), closed["voters"].GetInt32());
            Assert.Equal((long)closed["voters"].GetInt32(), await jonas.Hub.Ask<long>("select count(*) from halls.ballot_marks where poll = $1", Guid.Parse(poll)));
            foreach (var leader in new[] { jonas, jonas.At(second) })
                Assert.Equal(closed["options"].GetRawText(), (await leader.Get($"/api/live/polls/{poll}"))["options"].GetRawText());
            Assert.Equal(Finding.None, Verifier.Check(await Record(jonas, poll), Some.Rules()));
        }
    }

    [Fact]
    public async Task Two_processes_on_one_database_see_each_others_polls_and_counts()
    {
        var second = await home.Second();
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        await using var ada = await Voter.Join(second, code);
        var poll = await jonas.Open(code);
        await Eventually.Holds(() => ada.Polls.Any(p => p.GetProperty("id").GetString() == poll), "Ada, at the other process, did not hear that the poll opened.");
        await using var bo = await Voter.Join(jonas.Hub, code);
        await using var cem = await Voter.Join(second, code);
        await bo.Vote(poll, new[] { 1 });
        await cem.Vote(poll, new[] { 2 });
        foreach (var voter in new[] { ada, bo })
            await Eventually.Holds(() => voter.Tallies.Any(t => t.GetProperty("voters").GetInt32() == 2), "The sum over both processes was not told.");
        Assert.Equal(2, (await jonas.At(second).Get($"/api/live/polls/{poll}"))["version"].GetInt32());
        await cem.Join(code, bo.Seat);
        Assert.Equal("changed", (await cem.Vote(poll, new[] { 3 })).Status); // given here, changed there: the boxes hold differences
        await Eventually.Holds(async () => (await jonas.Get($"/api/live/polls/{poll}"))["options"].EnumerateArray().Select(o => o.GetProperty("votes").GetInt64()).SequenceEqual([0, 1, 1]), "The change did not arrive.");
    }

    [Fact]
    public async Task Of_two_polls_opened_at_once_one_is_open()
    {
        var jonas = await home.Jonas();
        var there = jonas.At(await home.Second());
        for (var round = 0; round < 10; round++)
        {
            var (code, _) = await jonas.Session();
            var polls = new[] { await jonas.Prepare(code), await jonas.Prepare(code) };
            var opened = await Task.WhenAll(jonas.Post($"/api/live/polls/{polls[0]}/open"), there.Post($"/api/live/polls/{polls[1]}/open"));
            Assert.Single(opened, o => o.Status == System.Net.HttpStatusCode.OK);
            Assert.Single(opened, o => o.Code is "another_poll_open" or "conflict");
        }
    }

    // The last count must not wait for the next look at the facts, even if it was told while the first one was still being read.
    [Fact]
    public async Task The_last_of_many_votes_is_on_every_screen_at_once()
    {
        for (var round = 0; round < 10; round++)
        {
            var (jonas, code, poll) = await Open(changeable: false);
            await using var crowd = await Crowd.Join(jonas.Hub, code, 20);
            var answers = await crowd.Vote(poll, n => [n % 3 + 1]);
            Assert.All(answers, a => Assert.Equal("counted", a.Status));
            await Eventually.Holds(() => crowd.Voters.All(v => v.Tallies.Any(t => t.GetProperty("voters").GetInt32() == 20)), "A screen did not show the last vote.", TimeSpan.FromSeconds(3));
            Assert.All(crowd.Voters, v => Assert.Equal(v.Tallies.Select(t => t.GetProperty("version").GetInt64()).Order(), v.Tallies.Select(t => t.GetProperty("version").GetInt64())));
        }
    }

    [Fact]
    public async Task A_place_at_the_gate_is_free_again_when_whoever_waited_has_gone()
    {
        var (options, clock) = (Options.Create(new HallOptions { Joining = 1, Waiting = 5_000 }), new FakeTimeProvider());
        var box = new BallotBox(null!, null!, null!, options, clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<BallotBox>.Instance);
        for (var i = 0; i < 1_500; i++) _ = box.Cast(new Casting(Guid.Empty, Some.Rules(), Guid.Empty, "k", new Choice([1]), null));
        var gate = new JoinGate(options, box, clock);
        using var gone = new CancellationTokenSource();
        var waits = gate.Wait(gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
        var next = gate.Wait(CancellationToken.None);
        // The wait is made of many short looks at the clock.
        await Eventually.Holds(() =>
        {
            for (var i = 0; i < 200; i++) clock.Advance(TimeSpan.FromMilliseconds(25));
            return next.IsCompletedSuccessfully;
        }, "The place was never given back.");
    }

    private static async Task<PublicRecord> Record(Leader leader, string poll) =>
        JsonSerializer.Deserialize<PublicRecord>((await leader.Get($"/api/live/polls/{poll}/record")).Raw, JsonSerializerOptions.Web)!;

    private async Task<(Leader Jonas, string Code, string Poll)> Open(bool changeable)
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        return (jonas, code, await jonas.Open(code, new { question = "?", kind = "single", options = new[] { "a", "b", "c" }, changeable }));
    }
}
