using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Polls;

public sealed class CountDownTests(HubFixture home)
{
    [Fact]
    public async Task A_poll_closes_by_itself_at_the_due_time_and_not_before()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var hub = await home.Own(clock);
        using var jonas = await Leader.LogIn(hub, "leader", 0);
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code);
        var id = Guid.Parse(poll);
        Assert.True((await hub.Door.Send<CountDown, Done>(new CountDown(id, 30), jonas.Caller, TestContext.Current.CancellationToken)).Granted);
        var due = clock.GetUtcNow().AddSeconds(30);
        await Eventually.Holds(async () => (await jonas.Get($"/api/live/polls/{poll}"))["closesAt"] is { ValueKind: System.Text.Json.JsonValueKind.String } at && Math.Abs((at.GetDateTimeOffset() - due).TotalMilliseconds) < 1, "The end was not told.");
        for (var second = 0; second < 29; second++) clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("open", (await jonas.Get($"/api/live/polls/{poll}"))["state"].GetString());
        // One step only: limits on the same clock would run out if it raced.
        clock.Advance(TimeSpan.FromMilliseconds(1_500));
        await Eventually.Holds(async () => (await jonas.Get($"/api/live/polls/{poll}"))["state"].GetString() == "closed", "The countdown ended, the poll did not.");
        Assert.Equal(1L, await hub.Ask<long>("select count(*) from hub.mt_events where stream_id = $1 and type = 'poll_closed' and (data ->> 'byClock')::boolean and abs(extract(epoch from (data ->> 'at')::timestamptz - $2)) < 0.001", id, due));
    }
}
