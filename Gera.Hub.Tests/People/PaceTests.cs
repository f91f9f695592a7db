using System.Net;
using Xunit;

namespace Gera.Hub.Tests.People;

/// <summary>A flood is told to wait; a school behind one address is not.</summary>
public sealed class PaceTests(HubFixture home)
{
    [Fact]
    public async Task One_person_who_asks_too_often_is_told_to_wait_and_when_to_come_back()
    {
        var hub = await home.Hub();
        var (code, _) = await (await home.Jonas()).Session();
        var seat = await Seat(hub, code);
        using var phone = Leader.Nobody(hub);
        var replies = new List<Reply>();
        for (var n = 0; n < 61; n++) replies.Add(await phone.Post($"/api/live/sessions/{code}/questions", new { text = $"Frage {n}?", seat }));
        Assert.DoesNotContain(replies.Take(60), r => r.Status == HttpStatusCode.TooManyRequests);
        var last = replies[^1];
        Assert.Equal((HttpStatusCode.TooManyRequests, "too_many"), (last.Status, last.Code));
        Assert.Equal("30", last.Message.Headers.RetryAfter?.ToString());
        Assert.Equal(Refusals.TooFast.German, last["title"].GetString());
        // Others behind the same address go on.
        Assert.Equal(HttpStatusCode.Created, (await phone.Post($"/api/live/sessions/{code}/questions", new { text = "Und ich?", seat = await Seat(hub, code) })).Status);
    }

    // Outside the demo, with the limits an address really has.
    [Fact]
    public async Task A_school_of_five_hundred_behind_one_address_asks_at_once()
    {
        await using var hub = await home.Brief(("Paces:Addresses", "1"));
        using var jonas = await Leader.LogIn(hub, "leader", 0);
        var (code, _) = await jonas.Session();
        var replies = new System.Collections.Concurrent.ConcurrentBag<Reply>();
        using var school = Leader.Nobody(hub);
        await Parallel.ForAsync(0, 500, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, _) => replies.Add(await school.Post($"/api/live/sessions/{code}/questions", new { text = $"Frage {n}?" })));
        Assert.All(replies, r => Assert.Equal(HttpStatusCode.Created, r.Status));
    }

    [Fact]
    public void An_address_has_its_own_limit_and_a_window_ends()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var (paces, pace) = (new Paces(clock), new Pace(2, 3, TimeSpan.FromMinutes(1)));
        bool Try(string address) => paces.Allows(typeof(AskQuestion), pace, Person.Nobody, Caller.Nobody with { Seat = Seats.New(Guid.Empty), Address = address });
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => Try("192.0.2.1")));
        Assert.True(Try("192.0.2.2"));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(Try("192.0.2.1"));
        var wide = new Paces(clock, addresses: 10);
        Assert.All(Enumerable.Range(0, 30), _ => Assert.True(wide.Allows(typeof(AskQuestion), pace, Person.Nobody, Caller.Nobody with { Address = "192.0.2.1" })));
        Assert.False(wide.Allows(typeof(AskQuestion), pace, Person.Nobody, Caller.Nobody with { Address = "192.0.2.1" }));
    }

    private static async Task<string> Seat(RunningHub hub, string code)
    {
        await using var voter = await Voter.Join(hub, code);
        return voter.Seat!;
    }
}
