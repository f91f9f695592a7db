using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Calendar.Board;

/// <summary>Lists of dates. Everything is asked of the rows the deeds wrote, and only of events everyone may see.</summary>
public sealed class EventList(HubDatabase database)
{
    private const string Columns =
        """
        e.id, e.slug, w.title, o.theme, o.district, w.words->>'place', w.words->>'organiser', w.words->>'price', (e.data->'facts'->>'isFree')::boolean, e.access, w.words->>'online' is not null,
        o.original, o.starts_at, o.ends_at, o.moved_from, o.cancelled, o.all_day, (e.data->'facts'->>'latitude')::float8, (e.data->'facts'->>'longitude')::float8
        """;

    private static readonly string From = $"calendar.occurrences o join {EventSight.Table} e on e.id = o.event join calendar.words w on w.event = o.event and w.is_current";

    /// <summary>One page of what is to come, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<EventCard> Cards, int All)> Of(EventQuery query, DateTimeOffset now, CancellationToken stop)
    {
        var (from, until) = query.Days(Berlin.Day(now));
        var (filter, fill) = Filter(query, from == Berlin.Day(now) ? now : Berlin.Start(from), until is { } last ? Berlin.Start(last.AddDays(1)) : null);
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        await using var count = new NpgsqlCommand($"select count(*)::int from calendar.occurrences o join {EventSight.Table} e on e.id = o.event where {filter}", connection);
        fill(count);
        var all = (int)(await count.ExecuteScalarAsync(stop))!;
        await using var command = new NpgsqlCommand($"select {Columns} from {From} where {filter} order by o.starts_at, o.event limit @size offset @skip", connection);
        fill(command);
        command.Parameters.AddWithValue("size", EventQuery.PageSize);
        command.Parameters.AddWithValue("skip", (query.Page - 1) * EventQuery.PageSize);
        return (await Read(command, stop), all);
    }

    /// <summary>Everything between two days, the last one not included; at most so many.</summary>
    public async Task<IReadOnlyList<EventCard>> Between(EventQuery query, DateOnly from, DateOnly until, int most, CancellationToken stop)
    {
        var (filter, fill) = Filter(query, Berlin.Start(from), Berlin.Start(until));
        await using var command = database.Source.CreateCommand($"select {Columns} from {From} where {filter} order by o.starts_at, o.event limit @most");
        fill(command);
        command.Parameters.AddWithValue("most", most);
        return await Read(command, stop);
    }

    /// <summary>The next date of each event of a list that lies somewhere, for the map.</summary>
    public async Task<IReadOnlyList<EventCard>> Places(EventQuery query, DateTimeOffset now, CancellationToken stop)
    {
        var (from, until) = query.Days(Berlin.Day(now));
        var (filter, fill) = Filter(query, from == Berlin.Day(now) ? now : Berlin.Start(from), until is { } last ? Berlin.Start(last.AddDays(1)) : null);
        await using var command = database.Source.CreateCommand($"select * from (select distinct on (o.event) {Columns} from {From} where {filter} and (e.data->'facts'->>'latitude') is not null order by o.event, o.starts_at) p order by p.starts_at limit 500");
        fill(command);
        return await Read(command, stop);
    }

    /// <summary>Dates of one event around a moment: everything to come, at most so many.</summary>
    public async Task<IReadOnlyList<EventCard>> Dates(Guid about, DateTimeOffset from, int most, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select {Columns} from {From} where o.event = $1 and o.ends_at >= $2 order by o.starts_at limit $3");
        command.Parameters.AddWithValue(about);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = from });
        command.Parameters.AddWithValue(most);
        return await Read(command, stop);
    }

    private static (string Sql, Action<NpgsqlCommand> Fill) Filter(EventQuery query, DateTimeOffset from, DateTimeOffset? until)
    {
        var filters = new List<string> { EventSight.Everyone, "o.ends_at > @from" };
        var values = new List<(string, object)> { ("from", from) };
        void Where(string sql, string name, object? value)
        {
            if (value is null) return;
            filters.Add(sql);
            values.Add((name, value));
        }

        Where("o.starts_at < @until", "until", until);
        Where("o.theme = @theme", "theme", query.Theme);
        Where("o.district = @district", "district", query.District);
        Where("e.group_key = @group", "group", query.Group);
        Where("e.organiser_id = (select d.id from hub.mt_doc_organiser d where d.key = @organiser)", "organiser", query.Organiser);
        Where("e.id in (select s.event from calendar.words s where s.is_current and s.search @@ websearch_to_tsquery('german', @search))", "search", query.Search);
        if (query.Free) filters.Add("(e.data->'facts'->>'isFree')::boolean");
        if (query.Access) filters.Add("e.access & 1 = 1");
        return (string.Join(" and ", filters), command => values.ForEach(v => command.Parameters.AddWithValue(v.Item1, v.Item2)));
    }

    private static async Task<IReadOnlyList<EventCard>> Read(NpgsqlCommand command, CancellationToken stop)
    {
        var cards = new List<EventCard>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            cards.Add(new EventCard(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), Text(reader, 4), Text(reader, 5), Text(reader, 6), Text(reader, 7), reader.GetBoolean(8),
                (AccessFacts)reader.GetInt32(9), reader.GetBoolean(10), reader.GetDateTime(11), await reader.GetFieldValueAsync<DateTimeOffset>(12, stop), await reader.GetFieldValueAsync<DateTimeOffset>(13, stop),
                reader.IsDBNull(14) ? null : await reader.GetFieldValueAsync<DateTimeOffset>(14, stop), reader.GetBoolean(15), reader.GetBoolean(16),
                reader.IsDBNull(17) ? null : reader.GetDouble(17), reader.IsDBNull(18) ? null : reader.GetDouble(18)));
        return cards;
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
