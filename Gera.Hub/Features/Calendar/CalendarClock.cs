using Gera.Hub.Features.Calendar.Import;
using Gera.Hub.Features.Calendar.Seats;
using Gera.Hub.People;
using Gera.Hub.Storage;

namespace Gera.Hub.Features.Calendar;

/// <summary>What the calendar does by itself: offers go on, reminders, series that go on, feeds taken in each hour. Every process looks; rows let one of them do each.</summary>
internal sealed class CalendarClock(Door door, FeedBoard feeds, SeatBoard seats, Opening opening, TimeProvider clock, ILogger<CalendarClock> log) : Rounds(Tick, clock, log)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(1), Hour = TimeSpan.FromHours(1);

    private DateTimeOffset extended;

    protected override async Task Look(CancellationToken stop)
    {
        if (!opening.IsOpen) return;
        var (offers, reminders) = await seats.Due(Clock.GetUtcNow(), stop);
        if (offers) await door.Send<LapseOffers, Done>(new LapseOffers(), Caller.Clock, stop);
        if (reminders) await door.Send<RemindSeats, Done>(new RemindSeats(), Caller.Clock, stop);
        foreach (var feed in await feeds.Due(Clock.GetUtcNow() - Hour, stop)) await door.Send<TakeFeed, FeedResult>(new TakeFeed(feed), Caller.Clock, stop);
        if (Clock.GetUtcNow() - extended < Hour) return;
        extended = Clock.GetUtcNow();
        await door.Send<ExtendHorizon, Done>(new ExtendHorizon(), Caller.Clock, stop);
    }
}
