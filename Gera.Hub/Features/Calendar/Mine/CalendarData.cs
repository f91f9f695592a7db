using System.Text.Json;
using System.Text.Json.Nodes;
using Gera.Hub.Features.Calendar.Board;
using Gera.Hub.Features.Calendar.Seats;
using Gera.Hub.People;
using Gera.Hub.People.Data;
using Marten;

namespace Gera.Hub.Features.Calendar.Mine;

/// <summary>What the room keeps of people: events they entered, what they said to editors, dates they are registered for, the secret address of their calendar.</summary>
internal sealed class CalendarData(IDocumentStore store, SeatBoard seats, EventLook look, TimeProvider clock) : IPersonalData
{
    public string Section => "calendar";

    public IReadOnlyList<Type> Covers =>
    [
        typeof(EventDrafted), typeof(EventHandedIn), typeof(EventReleased), typeof(EventSentBack), typeof(EventReworded), typeof(EventMoved), typeof(EventDateChanged), typeof(EventDateRestored), typeof(EventCancelled), typeof(EventTakenOff),
        typeof(CityEvent), typeof(Organiser), typeof(Import.FeedSource),
    ];

    public async Task<JsonNode?> Export(Guid person, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var events = await session.Query<CityEvent>().Where(e => e.Author == person).OrderBy(e => e.At).ToListAsync(stop);
        var mine = await seats.AllOf(person, stop);
        var houses = (await session.Query<Organiser>().ToListAsync(stop)).Where(o => o.Members.Contains(person)).Select(o => o.Name).ToArray();
        if (events.Count + mine.Count + houses.Length == 0) return null;
        var versions = new Dictionary<Guid, object>();
        foreach (var about in events) versions[about.Id] = (await look.Versions(about.Id, stop)).Select(v => new { v.Edition, v.At, v.Words });
        return JsonSerializer.SerializeToNode(new
        {
            Events = events.Select(e => new { State = e.State.ToString(), e.Schedule, e.At, Versions = versions[e.Id] }),
            Registrations = mine.Select(s => new { s.Event, Date = s.Original, s.Name, s.Answers, State = s.State.ToString(), s.At }),
            Organisers = houses,
        }, JsonSerializerOptions.Web);
    }

    /// <summary>Events everyone knows stay, by nobody; what was not out goes. Seats are given back: the next who waits is offered them by the clock.</summary>
    public async Task Erase(Guid person, bool keepContributions, IDocumentSession session, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var about in await session.Query<CityEvent>().Where(e => e.Author == person).ToListAsync(stop))
        {
            var stream = await session.Events.FetchForWriting<CityEvent>(about.Id, stop);
            stream.AppendOne(new EventLeft(now));
            if (about.IsOut && keepContributions) continue;
            if (about.IsOut && (await seats.Of(about.Id, about.Schedule.Start, stop)).Count > 0) continue;
            if (about.State != EventState.TakenOff) stream.AppendOne(new EventTakenOff(null, now));
            Occurrence.Fill(session, about.Apply(new EventTakenOff(null, now)), now);
            session.QueueSqlCommand("delete from calendar.words where event = ?", about.Id);
        }
        foreach (var house in (await session.Query<Organiser>().ToListAsync(stop)).Where(o => o.Members.Contains(person))) session.Store(house with { Members = [.. house.Members.Where(m => m != person)] });
        session.QueueSqlCommand($"update calendar.seats set state = {(int)SeatState.Ended}, ended_at = ? where person = ? and state = {(int)SeatState.Waiting}", now, person);
        session.QueueSqlCommand($"update calendar.seats set state = {(int)SeatState.Offered}, offer_until = ? where person = ? and state in ({(int)SeatState.Taken}, {(int)SeatState.Offered})", now, person);
        session.QueueSqlCommand("update calendar.seats set person = null, name = '', answers = '[]' where person = ?", person);
        session.QueueSqlCommand("delete from calendar.links where person = ?", person);
        if (!keepContributions) session.QueueSqlCommand("delete from calendar.talk where person = ?", person);
        var nobody = Ids.At(now);
        foreach (var table in new[] { "talk", "pictures" }) session.QueueSqlCommand($"update calendar.{table} set person = ? where person = ?", nobody, person);
    }
}
