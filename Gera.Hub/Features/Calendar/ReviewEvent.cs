using Gera.Hub.People;
using Gera.Hub.People.Notices;

namespace Gera.Hub.Features.Calendar;

/// <summary>Hands a draft in: out at once where the person publishes, else before an editor.</summary>
/// <param name="Words">What the author says to the editors; may be missing.</param>
public sealed record HandInEvent(Guid Event, string? Words) : IWish<EventTaken>;

internal sealed class HandInEventVerb(Noticeboard board) : IVerb<HandInEvent, EventTaken>
{
    public Permission Needs => Permission.Account;

    public Pace? Pace => new(20, 1_000, TimeSpan.FromMinutes(10));

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

/// <summary>What an editor decides about an event that waits.</summary>
/// <param name="Release">True: it is out. False: it goes back to its author with words.</param>
public sealed record ReviewEvent(Guid Event, bool Release, string? Words) : IWish<Done>;

internal sealed class ReviewEventVerb(Noticeboard board) : IVerb<ReviewEvent, Done>
{
    public Permission Needs => Permission.Edit;

    public async Task<Answer<Done>> Do(ReviewEvent wish, Deed deed)
    {
        if (Talk.Check(wish.Words, required: !wish.Release) is { } bad) return bad;
        var held = await EventDesk.Hold(wish.Event, deed);
        if (!held.Granted) return held.Refusal!;
        var about = held.Value.Event;
        if (about.State != EventState.Waiting) return CalendarRefusals.NotWaiting;
        Talk.Say(wish.Event, wish.Words, staff: true, deed);
        object happened = wish.Release ? new EventReleased(deed.Person.Id, deed.Now) : new EventSentBack(deed.Person.Id, deed.Now);
        held.Value.Save(happened, happened is EventReleased r ? about.Apply(r) : about.Apply((EventSentBack)happened), deed);
        var title = await Talk.Title(about.Id, deed);
        if (about.Author is { } author)
            board.Tell(deed.Session, author, CalendarNotices.Reviewed, about.Id.ToString(), new { title, outcome = wish.Release ? "released" : "back" }, $"/kalender/{about.Slug}");
        if (wish.Release) await board.TellNew(about, title, deed);
        return new Done();
    }
}

/// <summary>Takes back what is not out yet.</summary>
public sealed record DropEvent(Guid Event) : IWish<Done>;

internal sealed class DropEventVerb : IVerb<DropEvent, Done>
{
    public Permission Needs => Permission.Account;

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
