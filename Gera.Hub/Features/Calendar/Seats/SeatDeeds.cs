using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Calendar.Seats;

/// <summary>A guest confirms the address, or somebody who waited takes the seat that was offered. By the signed link of a mail; the same once more changes nothing.</summary>
public sealed record ConfirmSeat(string? Code) : IWish<Done>;

internal sealed class ConfirmSeatVerb(SeatMails mails, SeatCodes codes) : IVerb<ConfirmSeat, Done>
{
    public Permission Needs => Permission.Anyone;

    public TimeSpan Patience => TimeSpan.FromSeconds(10);

    public Pace? Pace => new(60, 1_000, TimeSpan.FromMinutes(10));

    public async Task<Answer<Done>> Do(ConfirmSeat wish, Deed deed)
    {
        if (codes.Read(wish.Code) is not { } id || await SeatRows.One(id, deed) is not { } found) return Refusals.NotFound;
        if (await SeatRows.Hold(found.Event, deed) is not { } gate || await deed.Session.LoadAsync<CityEvent>(found.Event, deed.Stop) is not { IsOut: true } about) return Refusals.NotFound;
        // Once more, now that nobody else can change it.
        var seat = (await SeatRows.One(id, deed))!;
        if (seat.State is SeatState.Taken or SeatState.Waiting) return new Done();
        if (seat.State == SeatState.Ended || TakeSeatVerb.Date(about, seat.Original) is not { } date) return CalendarRefusals.SeatGone;
        if (seat.State == SeatState.Offered && seat.OfferUntil <= deed.Now) return CalendarRefusals.OfferOver;
        if (seat.State == SeatState.Unconfirmed && !gate.IsOpen(date, deed.Now)) return CalendarRefusals.GateClosed;
        var state = seat.State == SeatState.Offered || await SeatRows.Given(seat.Event, seat.Original, deed) < gate.Capacity ? SeatState.Taken : SeatState.Waiting;
        await SeatRows.Set(id, state, null, deed);
        await mails.Send(state == SeatState.Taken ? SeatMails.Taken : SeatMails.Waiting, seat, about, date, deed);
        SeatRows.Tell(seat.Event, deed);
        return new Done();
    }
}

/// <summary>Gives a seat back, by its signed link; the next who waits is offered it in the same transaction.</summary>
public sealed record LeaveSeat(string? Code) : IWish<Done>;

internal sealed class LeaveSeatVerb(SeatMails mails, SeatCodes codes) : IVerb<LeaveSeat, Done>
{
    public Permission Needs => Permission.Anyone;

    public TimeSpan Patience => TimeSpan.FromSeconds(10);

    public Pace? Pace => new(60, 1_000, TimeSpan.FromMinutes(10));

    public async Task<Answer<Done>> Do(LeaveSeat wish, Deed deed)
    {
        if (codes.Read(wish.Code) is not { } id || await SeatRows.One(id, deed) is not { } found) return Refusals.NotFound;
        var gate = await SeatRows.Hold(found.Event, deed);
        var seat = (await SeatRows.One(id, deed))!;
        if (seat.State == SeatState.Ended) return new Done();
        await SeatRows.Set(id, SeatState.Ended, null, deed);
        if (gate is not null && await deed.Session.LoadAsync<CityEvent>(seat.Event, deed.Stop) is { IsOut: true } about) await MoveUp.Offer(gate, about, seat.Original, mails, deed);
        SeatRows.Tell(seat.Event, deed);
        return new Done();
    }
}

/// <summary>Lets somebody in at the door, once; again says so without changing the time.</summary>
public sealed record CheckIn(Guid Event, Guid Seat) : IWish<Done>;

internal sealed class CheckInVerb : IVerb<CheckIn, Done>
{
    public Permission Needs => Permission.Account;

    public async Task<Answer<Done>> Do(CheckIn wish, Deed deed)
    {
        if (await deed.Session.LoadAsync<CityEvent>(wish.Event, deed.Stop) is not { } about || !await EventDesk.MayChange(about, deed.Person, deed.Session, deed.Stop)) return Refusals.NotFound;
        if (await SeatRows.One(wish.Seat, deed) is not { } seat || seat.Event != wish.Event) return Refusals.NotFound;
        if (seat.State != SeatState.Taken) return CalendarRefusals.SeatGone;
        deed.Session.QueueSqlCommand("update calendar.seats set in_at = coalesce(in_at, ?) where id = ?", deed.Now, wish.Seat);
        SeatRows.Tell(wish.Event, deed);
        return new Done();
    }
}

/// <summary>Opens registration for an event, or changes what is asked; without a capacity it is closed again, unless somebody has registered.</summary>
public sealed record SetGate(Guid Event, int? Capacity, int MinimumAge, int ClosesHours, IReadOnlyList<GateField> Fields) : IWish<Done>;

internal sealed class SetGateVerb(SeatMails mails) : IVerb<SetGate, Done>
{
    public Permission Needs => Permission.Account;

    public async Task<Answer<Done>> Do(SetGate wish, Deed deed)
    {
        var held = await EventDesk.Hold(wish.Event, deed);
        if (!held.Granted) return held.Refusal!;
        var before = await SeatRows.Hold(wish.Event, deed);
        if (wish.Capacity is not { } capacity)
        {
            if ((await SeatRows.Read($"select {SeatRows.Columns} from calendar.seats s where s.event = $1 and s.state < 4 limit 1", deed, wish.Event)).Count > 0) return CalendarRefusals.MustBeCancelled;
            deed.Session.QueueSqlCommand("delete from calendar.gates where event = ?", wish.Event);
            return new Done();
        }
        var gate = new Gate(wish.Event, capacity, wish.MinimumAge, wish.ClosesHours, wish.Fields);
        if (gate.Fault() is { } bad) return bad;
        deed.Session.QueueSqlCommand(
            "insert into calendar.gates (event, capacity, minimum_age, closes_hours, fields, changed_at) values (?, ?, ?, ?, ?::jsonb, ?) on conflict (event) do update set capacity = excluded.capacity, minimum_age = excluded.minimum_age, closes_hours = excluded.closes_hours, fields = excluded.fields, changed_at = excluded.changed_at",
            wish.Event, capacity, gate.MinimumAge, gate.ClosesHours, gate.FieldsJson, deed.Now);
        if (before is not null && held.Value.Event.IsOut)
            foreach (var original in (await SeatRows.Read($"select {SeatRows.Columns} from calendar.seats s where s.event = $1 and s.state = {(int)SeatState.Waiting}", deed, wish.Event)).Select(s => s.Original).Distinct().ToArray())
                await MoveUp.Offer(gate, held.Value.Event, original, mails, deed);
        SeatRows.Tell(wish.Event, deed);
        return new Done();
    }
}
