using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Calendar.Seats;

/// <summary>Lets somebody in at the door, once; again says so without changing the time.</summary>
public sealed record CheckIn(Guid Event, Guid Seat) : IWish<Done>;

internal sealed class CheckInVerb : IVerb<CheckIn, Done>
{
    public Permission Needs => Permission.Organise;

    public Task<Scope?> ScopeOf(CheckIn wish, Deed deed) => EventScope.Of(wish.Event, deed);

    public async Task<Answer<Done>> Do(CheckIn wish, Deed deed)
    {
        if (await SeatRows.One(wish.Seat, deed) is not { } seat || seat.Event != wish.Event) return Refusals.NotFound;
        if (seat.State != SeatState.Taken) return CalendarRefusals.SeatGone;
        deed.Session.QueueSqlCommand("update calendar.seats set in_at = coalesce(in_at, ?) where id = ?", deed.Now, wish.Seat);
        await SeatRows.Tell(wish.Event, deed);
        return new Done();
    }
}
