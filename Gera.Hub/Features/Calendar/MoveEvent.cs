using Gera.Hub.Features.Calendar.Seats;
using Gera.Hub.People;

namespace Gera.Hub.Features.Calendar;

/// <summary>Moves an event, or a whole series, to other times. Everybody who is registered is told.</summary>
public sealed record MoveEvent(Guid Event, Schedule Schedule, string? Reason) : IWish<Done>;

internal sealed class MoveEventVerb(SeatMails mails) : IVerb<MoveEvent, Done>
{
    public Permission Needs => Permission.Account;

    public async Task<Answer<Done>> Do(MoveEvent wish, Deed deed)
    {
        if (People.Text.Check(wish.Reason, 300, ("Grund", "reason"), required: false) is { } bad) return bad;
        var held = await EventDesk.Hold(wish.Event, deed);
        if (!held.Granted) return held.Refusal!;
        if (held.Value.Event.Source is not null && !deed.Person.Is(Role.Clock)) return CalendarRefusals.FromFeed;
        var moved = held.Value.Event.Move(wish.Schedule, People.Text.Clean(wish.Reason ?? ""), deed.Person.Id, deed.Now);
        if (!moved.Granted) return moved.Refusal!;
        var (before, after) = (held.Value.Event, held.Value.Event.Apply(moved.Value));
        held.Value.Save(moved.Value, after, deed);
        if (before.IsOut && before.Schedule != after.Schedule) await mails.Moved(before, after, deed);
        return new Done();
    }
}

/// <summary>Moves, cancels, leaves out or restores one date of a series.</summary>
/// <param name="Fate">Null: it takes place as the rule says.</param>
public sealed record ChangeDate(Guid Event, DateTime Original, DateFate? Fate, DateTime? Start, DateTime? End, string? Reason) : IWish<Done>;

internal sealed class ChangeDateVerb(SeatMails mails) : IVerb<ChangeDate, Done>
{
    public Permission Needs => Permission.Account;

    public async Task<Answer<Done>> Do(ChangeDate wish, Deed deed)
    {
        if (People.Text.Check(wish.Reason, 300, ("Grund", "reason"), required: false) is { } bad) return bad;
        var held = await EventDesk.Hold(wish.Event, deed);
        if (!held.Granted) return held.Refusal!;
        var before = held.Value.Event;
        if (before.Source is not null && !deed.Person.Is(Role.Clock)) return CalendarRefusals.FromFeed;
        if (wish.Fate is not { } fate)
        {
            if (before.Changes.All(c => c.Original != wish.Original)) return CalendarRefusals.DateUnknown;
            var restored = new EventDateRestored(wish.Original, deed.Person.Id, deed.Now);
            await mails.DateChanged(before, held.Value.Save(restored, before.Apply(restored), deed), wish.Original, deed);
            return new Done();
        }
        var changed = before.ChangeDate(new DateChange(wish.Original, fate, wish.Start, wish.End, People.Text.Clean(wish.Reason ?? "")), deed.Person.Id, deed.Now);
        if (!changed.Granted) return changed.Refusal!;
        await mails.DateChanged(before, held.Value.Save(changed.Value, before.Apply(changed.Value), deed), wish.Original, deed);
        return new Done();
    }
}

/// <summary>Says that an event does not take place. It stays in the calendar and in every feed, marked so.</summary>
public sealed record CancelEvent(Guid Event, string? Reason) : IWish<Done>;

internal sealed class CancelEventVerb(SeatMails mails) : IVerb<CancelEvent, Done>
{
    public Permission Needs => Permission.Account;

    public async Task<Answer<Done>> Do(CancelEvent wish, Deed deed)
    {
        if (People.Text.Check(wish.Reason, 300, ("Grund", "reason")) is { } bad) return bad;
        var held = await EventDesk.Hold(wish.Event, deed);
        if (!held.Granted) return held.Refusal!;
        if (held.Value.Event.Source is not null && !deed.Person.Is(Role.Clock)) return CalendarRefusals.FromFeed;
        var cancelled = held.Value.Event.Cancel(People.Text.Clean(wish.Reason!), deed.Person.Id, deed.Now);
        if (!cancelled.Granted) return cancelled.Refusal!;
        await mails.Cancelled(held.Value.Save(cancelled.Value, held.Value.Event.Apply(cancelled.Value), deed), deed);
        return new Done();
    }
}
