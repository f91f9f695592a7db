using Gera.Hub.Features.Calendar.Seats;
using Gera.Hub.People;

namespace Gera.Hub.Features.Calendar;

/// <summary>Moves, cancels, leaves out or restores one date of a series.</summary>
/// <param name="Fate">Null: it takes place as the rule says.</param>
public sealed record ChangeDate(Guid Event, DateTime Original, DateFate? Fate, DateTime? Start, DateTime? End, string? Reason) : IWish<Done>;

internal sealed class ChangeDateVerb(SeatMails mails) : IVerb<ChangeDate, Done>
{
    public Permission Needs => Permission.Organise;

    /// <summary>Everybody who is registered is told in the same transaction.</summary>
    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public Task<Scope?> ScopeOf(ChangeDate wish, Deed deed) => EventScope.Of(wish.Event, deed);

    public async Task<Answer<Done>> Do(ChangeDate wish, Deed deed)
    {
        if (People.Text.Check(wish.Reason, 300, ("Grund", "reason"), required: false) is { } bad) return bad;
        await Seats.SeatRows.Hold(wish.Event, deed);
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
