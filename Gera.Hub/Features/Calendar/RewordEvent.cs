using Gera.Hub.People;
using Gera.Hub.Push;

namespace Gera.Hub.Features.Calendar;

/// <summary>Changes words and facts of an event; of one that is out everyone sees that it was changed, and the version before.</summary>
/// <param name="Edition">The version that was read; another means somebody was faster.</param>
public sealed record RewordEvent(Guid Event, int Edition, EventWords Words, EventFacts Facts) : IWish<Done>;

internal sealed class RewordEventVerb : IVerb<RewordEvent, Done>
{
    public Permission Needs => Permission.Organise;

    public Pace? Pace => new(60, 2_000, TimeSpan.FromMinutes(10));

    public Task<Scope?> ScopeOf(RewordEvent wish, Deed deed) => EventScope.Of(wish.Event, deed);

    public async Task<Answer<Done>> Do(RewordEvent wish, Deed deed)
    {
        var held = await EventDesk.Hold(wish.Event, deed);
        if (!held.Granted) return held.Refusal!;
        var about = held.Value.Event;
        if (about.Source is not null && !deed.Person.Is(Role.Clock)) return CalendarRefusals.FromFeed;
        if (about.Edition != wish.Edition) return CalendarRefusals.EditionOld;
        foreach (var (_, refusal) in wish.Words.Faults().Concat(wish.Facts.Faults())) return refusal;
        // Into the hands of another organiser only by somebody who belongs there.
        if (wish.Facts.Organiser != about.Facts.Organiser && await SubmitEventVerb.Wrong(wish.Words, wish.Facts, about.Schedule, deed) is { } no) return no;
        // What is out may leave the group or organiser that let it out only for one where it would be let out again.
        if (about.IsOut && !await EventDesk.Publishes(about.Facts, deed.Person, deed.Session, deed.Stop) && (wish.Facts.Group != about.Facts.Group || wish.Facts.Organiser != about.Facts.Organiser)) return CalendarRefusals.NotYours;
        if (about.IsOut && !await EventDesk.Publishes(about.Facts, deed.Person, deed.Session, deed.Stop)) return CalendarRefusals.OnlyTimes;
        var reworded = new EventReworded(about.Edition + 1, wish.Facts, deed.Person.Id, deed.Now);
        held.Value.Save(reworded, about.Apply(reworded), deed);
        wish.Words.Clean().Add(deed.Session, about.Id, reworded.Edition, deed.Now);
        return new Done();
    }
}
