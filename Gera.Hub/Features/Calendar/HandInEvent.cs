using Gera.Hub.People;
using Gera.Hub.People.Notices;

namespace Gera.Hub.Features.Calendar;

/// <summary>Hands a draft in: out at once where the person publishes, else before an editor.</summary>
/// <param name="Words">What the author says to the editors; may be missing.</param>
public sealed record HandInEvent(Guid Event, string? Words) : IWish<EventTaken>;

internal sealed class HandInEventVerb(Noticeboard board) : IVerb<HandInEvent, EventTaken>
{
    public Permission Needs => Permission.Organise;

    public Pace? Pace => new(20, 1_000, TimeSpan.FromMinutes(10));

    public Task<Scope?> ScopeOf(HandInEvent wish, Deed deed) => EventScope.Of(wish.Event, deed);

    public async Task<Answer<EventTaken>> Do(HandInEvent wish, Deed deed)
    {
        if (Talk.Check(wish.Words, required: false) is { } bad) return bad;
        var held = await EventDesk.Hold(wish.Event, deed);
        if (!held.Granted) return held.Refusal!;
        var about = held.Value.Event;
        if (about.State != EventState.Draft) return new EventTaken(about.Id, about.Slug, about.State);
        Talk.Say(wish.Event, wish.Words, staff: false, deed);
        if (!await EventDesk.Publishes(about.Facts, deed.Person, deed.Session, deed.Stop))
        {
            held.Value.Append(new EventHandedIn(deed.Person.Id, deed.Now));
            return new EventTaken(about.Id, about.Slug, EventState.Waiting);
        }
        var released = new EventReleased(deed.Person.Id, deed.Now);
        held.Value.Save(released, about.Apply(released), deed);
        await board.TellNew(about, await Talk.Title(about.Id, deed), deed);
        return new EventTaken(about.Id, about.Slug, EventState.Published);
    }
}
