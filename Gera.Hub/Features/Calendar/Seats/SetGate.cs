using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Calendar.Seats;

/// <summary>Opens registration for an event, or changes what is asked; without a capacity it is closed again, unless somebody has registered.</summary>
public sealed record SetGate(Guid Event, int? Capacity, int MinimumAge, int ClosesHours, IReadOnlyList<GateField> Fields) : IWish<Done>;

internal sealed class SetGateVerb(SeatMails mails) : IVerb<SetGate, Done>
{
    public Permission Needs => Permission.Organise;

    public Task<Scope?> ScopeOf(SetGate wish, Deed deed) => EventScope.Of(wish.Event, deed);

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
        await SeatRows.Tell(wish.Event, deed);
        return new Done();
    }
}
