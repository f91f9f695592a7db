using System.Text.Json;
using Gera.Hub.People;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Calendar.Board;

/// <summary>An event as its page shows it.</summary>
/// <param name="MayChange">Whether the reader may change it.</param>
public sealed record EventView(CityEvent Event, EventWords Words, EventPicture? Picture, Organiser? Organiser, bool MayChange);

/// <summary>The picture of an event, in the sizes of the mill.</summary>
public sealed record EventPicture(Guid Id, string Words, string? Credit, int Width, int Height)
{
    public string Address(int size) => $"/kalender/bilder/{Id}/{size}";

    public static string KeyOf(Guid id, int size) => $"calendar/{id:n}/{size}.webp";

    public static string Prefix(Guid id) => $"calendar/{id:n}/";
}

/// <summary>Single events, for whoever may see them.</summary>
public sealed class EventLook(IDocumentStore store, HubDatabase database)
{
    /// <summary>Null where the reader may not know of it.</summary>
    public async Task<EventView?> At(string slug, Person reader, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return slug.Length <= 100 && await session.Query<CityEvent>().FirstOrDefaultAsync(e => e.Slug == slug, stop) is { } about ? await View(about, reader, session, stop) : null;
    }

    /// <summary>As a stranger sees it.</summary>
    public async Task<EventView?> Public(Guid id, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<CityEvent>(id, stop) is { } about ? await View(about, Person.Nobody, session, stop) : null;
    }

    /// <summary>As its own people see it.</summary>
    public async Task<EventView?> One(Guid id, Person reader, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<CityEvent>(id, stop) is { } about ? await View(about, reader, session, stop) : null;
    }

    /// <summary>The event a picture belongs to.</summary>
    public async Task<Guid?> ByPicture(Guid picture, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select event from calendar.pictures where id = $1");
        command.Parameters.AddWithValue(picture);
        return await command.ExecuteScalarAsync(stop) as Guid?;
    }

    /// <summary>Which of these everyone may see.</summary>
    public async Task<IReadOnlySet<Guid>> Visible(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select e.id from {EventSight.Table} e where e.id = any($1) and {EventSight.Everyone}");
        command.Parameters.AddWithValue(ids.ToArray());
        return (await Ids(command, stop)).ToHashSet();
    }

    /// <summary>All versions of its words, the newest first.</summary>
    public async Task<IReadOnlyList<(int Edition, DateTimeOffset At, EventWords Words)>> Versions(Guid id, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select edition, at, words::text from calendar.words where event = $1 order by edition desc limit 50");
        command.Parameters.AddWithValue(id);
        var found = new List<(int, DateTimeOffset, EventWords)>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) found.Add((reader.GetInt32(0), await reader.GetFieldValueAsync<DateTimeOffset>(1, stop), Parse(reader.GetString(2))));
        return found;
    }

    /// <summary>What author and editors said, oldest first.</summary>
    public async Task<IReadOnlyList<(bool Staff, string Words, DateTimeOffset At)>> Talk(Guid id, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select staff, words, at from calendar.talk where event = $1 order by at");
        command.Parameters.AddWithValue(id);
        var found = new List<(bool, string, DateTimeOffset)>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) found.Add((reader.GetBoolean(0), reader.GetString(1), await reader.GetFieldValueAsync<DateTimeOffset>(2, stop)));
        return found;
    }

    internal static EventWords Parse(string json) => JsonSerializer.Deserialize<EventWords>(json, JsonSerializerOptions.Web)!;

    internal static async Task<List<Guid>> Ids(NpgsqlCommand command, CancellationToken stop)
    {
        var ids = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) ids.Add(reader.GetGuid(0));
        return ids;
    }

    private async Task<EventView?> View(CityEvent about, Person reader, IQuerySession session, CancellationToken stop)
    {
        if (about.State == EventState.TakenOff) return null;
        var may = await EventDesk.MayChange(about, reader, session, stop);
        if (!about.IsOut && !may) return null;
        await using var command = database.Source.CreateCommand(
            "select w.words::text, p.id, p.words, p.credit, p.width, p.height from calendar.words w left join calendar.pictures p on p.event = w.event where w.event = $1 and w.is_current");
        command.Parameters.AddWithValue(about.Id);
        await using var row = await command.ExecuteReaderAsync(stop);
        if (!await row.ReadAsync(stop)) return null;
        var picture = row.IsDBNull(1) ? null : new EventPicture(row.GetGuid(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetInt32(4), row.GetInt32(5));
        var organiser = about.Facts.Organiser is { } id ? await session.LoadAsync<Organiser>(id, stop) : null;
        return new EventView(about, Parse(row.GetString(0)), picture, organiser, may);
    }
}
