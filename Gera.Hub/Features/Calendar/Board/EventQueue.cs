using Gera.Hub.Storage;
using Marten;

namespace Gera.Hub.Features.Calendar.Board;

/// <summary>An event in somebody's own list, or before the editors.</summary>
public sealed record QueuedEvent(Guid Id, string Slug, string Title, EventState State, DateTimeOffset ChangedAt, DateTime Start);

/// <summary>Lists of those who make the calendar: the editors' queue, one's own events, organisers.</summary>
public sealed class EventQueue(HubDatabase database, IDocumentStore store)
{
    /// <summary>What waits for an editor, the oldest first.</summary>
    public Task<IReadOnlyList<QueuedEvent>> Waiting(CancellationToken stop) => Read("e.state = 'Waiting'", "e.changed_at", Guid.Empty, stop);

    /// <summary>What a person entered, or their organisers, newest first.</summary>
    public Task<IReadOnlyList<QueuedEvent>> Of(Guid person, CancellationToken stop) => Read(
        "(e.author = $1 or e.organiser_id in (select d.id from hub.mt_doc_organiser d where d.data->'members' @> to_jsonb($1::text))) and e.state <> 'TakenOff'", "e.changed_at desc", person, stop);

    public async Task<IReadOnlyList<Organiser>> Organisers(CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return [.. await session.Query<Organiser>().OrderBy(o => o.Name).ToListAsync(stop)];
    }

    /// <summary>Organisers this person enters events for.</summary>
    public async Task<IReadOnlyList<Organiser>> OrganisersOf(Guid person, CancellationToken stop) => [.. (await Organisers(stop)).Where(o => o.Members.Contains(person))];

    public async Task<Organiser?> Organiser(string key, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.Query<Organiser>().FirstOrDefaultAsync(o => o.Key == key, stop);
    }

    private async Task<IReadOnlyList<QueuedEvent>> Read(string where, string order, Guid person, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(
            $"select e.id, e.slug, w.title, e.state, e.changed_at, (e.data->'schedule'->>'start')::timestamp from {EventSight.Table} e join calendar.words w on w.event = e.id and w.is_current where {where} and $1 is not null order by {order} limit 200");
        command.Parameters.AddWithValue(person);
        var found = new List<QueuedEvent>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            found.Add(new QueuedEvent(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), Enum.Parse<EventState>(reader.GetString(3)), await reader.GetFieldValueAsync<DateTimeOffset>(4, stop), reader.GetDateTime(5)));
        return found;
    }
}
