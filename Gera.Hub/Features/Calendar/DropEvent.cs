using Gera.Hub.People;
using Gera.Hub.People.Notices;

namespace Gera.Hub.Features.Calendar;

/// <summary>Takes back what is not out yet.</summary>
public sealed record DropEvent(Guid Event) : IWish<Done>;

internal sealed class DropEventVerb : IVerb<DropEvent, Done>
{
    public Permission Needs => Permission.Organise;

    public Task<Scope?> ScopeOf(DropEvent wish, Deed deed) => EventScope.Of(wish.Event, deed);

    public async Task<Answer<Done>> Do(DropEvent wish, Deed deed)
    {
        var held = await EventDesk.Hold(wish.Event, deed);
        if (!held.Granted) return held.Refusal!;
        if (held.Value.Event.IsOut) return CalendarRefusals.MustBeCancelled;
        var gone = new EventTakenOff(deed.Person.Id, deed.Now);
        held.Value.Save(gone, held.Value.Event.Apply(gone), deed);
        return new Done();
    }
}
