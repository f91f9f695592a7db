using Gera.Hub.People;
using Gera.Hub.People.Notices;

namespace Gera.Hub.Features.Calendar;

/// <summary>What an editor decides about an event that waits.</summary>
/// <param name="Release">True: it is out. False: it goes back to its author with words.</param>
/// <param name="Edition">The version that was read; another is not released unread.</param>
public sealed record ReviewEvent(Guid Event, int Edition, bool Release, string? Words) : IWish<Done>;

internal sealed class ReviewEventVerb(Noticeboard board) : IVerb<ReviewEvent, Done>
{
    public Permission Needs => Permission.Edit;

    public Task<Scope?> ScopeOf(ReviewEvent wish, Deed deed) => EventScope.Of(wish.Event, deed);

    public async Task<Answer<Done>> Do(ReviewEvent wish, Deed deed)
    {
        if (Talk.Check(wish.Words, required: !wish.Release) is { } bad) return bad;
        var held = await EventDesk.Hold(wish.Event, deed);
        if (!held.Granted) return held.Refusal!;
        var about = held.Value.Event;
        if (about.State != EventState.Waiting) return CalendarRefusals.NotWaiting;
        if (about.Edition != wish.Edition) return CalendarRefusals.ReadAgain;
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
