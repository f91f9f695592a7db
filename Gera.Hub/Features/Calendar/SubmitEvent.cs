using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Marten;

namespace Gera.Hub.Features.Calendar;

/// <summary>Enters an event. The same id once more is the same event.</summary>
/// <param name="IsDraft">It is only kept; nobody else sees it.</param>
public sealed record SubmitEvent(Guid Event, EventWords Words, EventFacts Facts, Schedule Schedule, bool IsDraft) : IWish<EventTaken>
{
    /// <summary>Dates of a series that never take place, e.g. on holidays.</summary>
    public IReadOnlyList<DateTime> LeftOut { get; init; } = [];

    /// <summary>The feed it comes from, for what the hub itself takes in.</summary>
    internal string? Source { get; init; }
}

/// <param name="State">published, waiting for an editor, or a draft.</param>
public sealed record EventTaken(Guid Id, string Slug, EventState State);

internal sealed class SubmitEventVerb(Noticeboard board) : IVerb<SubmitEvent, EventTaken>
{
    private const int MostDrafts = 30;

    public Permission Needs => Permission.Account;

    public Pace? Pace => new(20, 1_000, TimeSpan.FromMinutes(10));

    public async Task<Answer<EventTaken>> Do(SubmitEvent wish, Deed deed)
    {
        if (await Wrong(wish.Words, wish.Facts, wish.Schedule, deed) is { } refusal) return refusal;
        if (wish.LeftOut.Any(d => !wish.Schedule.Has(d))) return CalendarRefusals.DateUnknown;
        if (await deed.Session.LoadAsync<CityEvent>(wish.Event, deed.Stop) is { } there)
            return there.Author == deed.Person.Id ? new EventTaken(there.Id, there.Slug, there.State) : Refusals.NotFound;
        var me = deed.Person.Id;
        if (me is not null && !EventDesk.IsEditor(deed.Person) && await deed.Session.Query<CityEvent>().CountAsync(e => e.Author == me && (e.State == EventState.Draft || e.State == EventState.Waiting), deed.Stop) >= MostDrafts) return Refusals.TooFast;
        var words = wish.Words.Clean();
        var drafted = new EventDrafted(wish.Event, FactChecks.Address(words.Title!, wish.Event), deed.Person.Id, wish.Facts, wish.Schedule, wish.Source, deed.Now);
        var about = CityEvent.Create(drafted);
        var happened = new List<object> { drafted };
        foreach (var date in wish.LeftOut)
        {
            var changed = new EventDateChanged(new DateChange(date, DateFate.LeftOut), deed.Person.Id, deed.Now);
            about = about.Apply(changed);
            happened.Add(changed);
        }
        if (!wish.IsDraft)
        {
            var publishes = await EventDesk.Publishes(wish.Facts, deed.Person, deed.Session, deed.Stop);
            happened.Add(publishes ? new EventReleased(deed.Person.Id, deed.Now) : new EventHandedIn(deed.Person.Id, deed.Now));
            about = publishes ? about.Apply(new EventReleased(null, deed.Now)) : about.Apply(new EventHandedIn(null, deed.Now));
        }
        deed.Session.Events.StartStream<CityEvent>(wish.Event, happened);
        words.Add(deed.Session, wish.Event, 1, deed.Now);
        Occurrence.Fill(deed.Session, about, deed.Now);
        if (about.State == EventState.Published && wish.Source is null) await board.TellNew(about, words.Title!, deed);
        return new EventTaken(wish.Event, about.Slug, about.State);
    }

    /// <summary>Why this cannot be an event; null when it can.</summary>
    internal static async Task<Refusal?> Wrong(EventWords words, EventFacts facts, Schedule schedule, Deed deed)
    {
        foreach (var (_, refusal) in words.Faults().Concat(facts.Faults())) return refusal;
        if (schedule.Fault() is { } times) return times;
        if (facts.Organiser is null) return null;
        return EventDesk.IsEditor(deed.Person) && await deed.Session.LoadAsync<Organiser>(facts.Organiser.Value, deed.Stop) is not null || await EventDesk.Publishes(facts with { Group = null }, deed.Person, deed.Session, deed.Stop) ? null : CalendarRefusals.OrganiserUnknown;
    }
}
