using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Calendar;

/// <summary>Who may change an event, and who publishes at once.</summary>
internal static class EventDesk
{
    /// <summary>Its author, people of its organiser, leaders of its group, and editors.</summary>
    public static async Task<bool> MayChange(CityEvent about, Person person, IQuerySession session, CancellationToken stop) =>
        person.Id is { } me && about.Author == me || await Publishes(about.Facts, person, session, stop);

    /// <summary>Whether an event with these facts is out at once when this person enters it.</summary>
    public static async Task<bool> Publishes(EventFacts facts, Person person, IQuerySession session, CancellationToken stop)
    {
        if (IsEditor(person)) return true;
        if (facts.Group is { } group && person.Is(Role.Leader, group)) return true;
        return facts.Organiser is { } id && person.Id is { } me && await session.LoadAsync<Organiser>(id, stop) is { } organiser && organiser.Members.Contains(me);
    }

    public static bool IsEditor(Person person) => person.Is(Role.Editor) || person.Is(Role.Administrator) || person.Is(Role.Clock);

    /// <summary>The event, locked until the deed is saved.</summary>
    public static async Task<Answer<Held>> Hold(Guid id, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<CityEvent>(id, deed.Stop);
        return stream.Aggregate is { State: not EventState.TakenOff } about ? new Held(about, e => stream.AppendOne(e)) : Refusals.NotFound;
    }

    /// <summary>An event and how something is added to its stream.</summary>
    public sealed record Held(CityEvent Event, Action<object> Append)
    {
        /// <summary>Adds what happened, and writes the dates lists read anew.</summary>
        public CityEvent Save(object happened, CityEvent after, Deed deed)
        {
            Append(happened);
            Occurrence.Fill(deed.Session, after, deed.Now);
            return after;
        }
    }
}
