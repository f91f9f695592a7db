using Gera.Hub.Features.Calendar.Seats;
using Gera.Hub.People;

namespace Gera.Hub.Features.Calendar;

/// <summary>Says that an event does not take place. It stays in the calendar and in every feed, marked so.</summary>
public sealed record CancelEvent(Guid Event, string? Reason) : IWish<Done>;

internal sealed class CancelEventVerb(SeatMails mails) : IVerb<CancelEvent, Done>
{
    public Permission Needs => Permission.Organise;

    /// <summary>Everybody who is registered is told in the same transaction.</summary>
    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public Task<Scope?> ScopeOf(CancelEvent wish, Deed deed) => EventScope.Of(wish.Event, deed);

    public async Task<Answer<Done>> Do(CancelEvent wish, Deed deed)
    {
        if (People.Text.Check(wish.Reason, 300, ("Grund", "reason")) is { } bad) return bad;
        await Seats.SeatRows.Hold(wish.Event, deed);
        var held = await EventDesk.Hold(wish.Event, deed);
        if (!held.Granted) return held.Refusal!;
        if (held.Value.Event.Source is not null && !deed.Person.Is(Role.Clock)) return CalendarRefusals.FromFeed;
        var cancelled = held.Value.Event.Cancel(People.Text.Clean(wish.Reason!), deed.Person.Id, deed.Now);
        if (!cancelled.Granted) return cancelled.Refusal!;
        await mails.Cancelled(held.Value.Save(cancelled.Value, held.Value.Event.Apply(cancelled.Value), deed), deed);
        return new Done();
    }
}
