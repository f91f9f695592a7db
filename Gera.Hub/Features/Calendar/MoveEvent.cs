using Gera.Hub.Features.Calendar.Seats;
using Gera.Hub.People;

namespace Gera.Hub.Features.Calendar;

/// <summary>Moves an event, or a whole series, to other times. Everybody who is registered is told.</summary>
public sealed record MoveEvent(Guid Event, Schedule Schedule, string? Reason) : IWish<Done>;

internal sealed class MoveEventVerb(SeatMails mails) : IVerb<MoveEvent, Done>
{
    public Permission Needs => Permission.Organise;

    /// <summary>Everybody who is registered is told in the same transaction.</summary>
    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public Task<Scope?> ScopeOf(MoveEvent wish, Deed deed) => EventScope.Of(wish.Event, deed);

    public async Task<Answer<Done>> Do(MoveEvent wish, Deed deed)
    {
        if (People.Text.Check(wish.Reason, 300, ("Grund", "reason"), required: false) is { } bad) return bad;
        await Seats.SeatRows.Hold(wish.Event, deed);
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
