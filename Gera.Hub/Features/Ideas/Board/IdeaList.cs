using System.Globalization;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Board;

/// <summary>Lists and search. Everything is asked of the facts, with an index, and only of ideas everyone may see.</summary>
public sealed class IdeaList(HubDatabase database)
{
    private const int MostPlaces = 1_000;

    /// <summary>One page and how many ideas there are in all.</summary>
    public async Task<(IReadOnlyList<IdeaCard> Cards, int All)> Of(IdeaQuery query, CancellationToken stop)
    {
        var (filter, fill) = Filter(query);
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        await using var count = new NpgsqlCommand($"select count(*)::int from {IdeaSight.Table} i where {filter}", connection);
        fill(count);
        var all = (int)(await count.ExecuteScalarAsync(stop))!;

        var order = query.Order switch
        {
            IdeaOrder.Newest => "i.at desc, i.id",
            IdeaOrder.Supported => "coalesce(n.supports, 0) desc, i.at desc, i.id",
            _ when query.Search is not null => "ts_rank(w.search, websearch_to_tsquery('german', @search)) desc, i.id",
            _ => "md5(i.id::text || @mix)",
        };
        var popular = query.Order == IdeaOrder.Supported ? $"left join ({Popular(query.At)}) n on n.idea = i.id" : "";
        await using var command = new NpgsqlCommand($"{Cards($"select i.id from {IdeaSight.Table} i {Joins(query)} {popular} where {filter} order by {order} limit @size offset @skip", query.At)}", connection);
        fill(command);
        if (query.Order == IdeaOrder.Mixed && query.Search is null) command.Parameters.AddWithValue("mix", query.Mix);
        command.Parameters.AddWithValue("size", IdeaQuery.PageSize);
        command.Parameters.AddWithValue("skip", (query.Page - 1) * IdeaQuery.PageSize);
        return (await Read(command, stop), all);
    }

    /// <summary>Where the ideas of a list lie, the newest with a place of their own, and how many of all belong to each district.</summary>
    public async Task<(IReadOnlyList<IdeaPlace> Places, IReadOnlyList<(string Name, int Count)> Districts)> Places(IdeaQuery query, CancellationToken stop)
    {
        var (filter, fill) = Filter(query);
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        await using var places = new NpgsqlCommand(
            $"""
            select i.number, w.title, i.theme, (i.data ->> 'latitude')::float8, (i.data ->> 'longitude')::float8
            from {IdeaSight.Table} i join ideas.words w on w.idea = i.id and w.is_current where {filter} and i.data ->> 'latitude' is not null order by i.at desc, i.id limit {MostPlaces}
            """, connection);
        fill(places);
        var found = new List<IdeaPlace>();
        await using (var reader = await places.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop)) found.Add(new IdeaPlace(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetDouble(3), reader.GetDouble(4)));
        await using var districts = new NpgsqlCommand($"select i.district, count(*)::int from {IdeaSight.Table} i where {filter} and i.district is not null group by i.district order by i.district", connection);
        fill(districts);
        var counts = new List<(string, int)>();
        await using (var reader = await districts.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop)) counts.Add((reader.GetString(0), reader.GetInt32(1)));
        return (found, counts);
    }

    /// <summary>Cards of these ideas, as far as everyone may see them, in this order.</summary>
    /// <param name="at">As of that moment; null: now.</param>
    public async Task<IReadOnlyList<IdeaCard>> Of(IReadOnlyCollection<Guid> ideas, CancellationToken stop, DateTimeOffset? at = null)
    {
        await using var command = database.Source.CreateCommand(Cards($"select i.id from {IdeaSight.Table} i where i.id = any(@ids) and {IdeaSight.Listed} order by array_position(@ids, i.id)", at));
        if (at is { } moment) command.Parameters.AddWithValue("at", moment);
        command.Parameters.AddWithValue("ids", ideas.ToArray());
        return await Read(command, stop);
    }

    /// <summary>Ideas that say something like what is being written, most alike first; at most five.</summary>
    public async Task<IReadOnlyList<IdeaCard>> Similar(string words, Guid? except, CancellationToken stop)
    {
        var folded = words.Length > 300 ? words[..300] : words;
        // The fewer words must match, the more is found: any of them, weighed by how many and how rare.
        await using var command = database.Source.CreateCommand(Cards(
            $"""
            select i.id from {IdeaSight.Table} i join (
                select f.idea, max(f.rank) as rank from (
                    (select w.idea, ts_rank(w.search, q, 1) + 0.2 * similarity(ideas.fold(w.title), ideas.fold(@words)) as rank from ideas.words w,
                        to_tsquery('german', coalesce(nullif(array_to_string(tsvector_to_array(to_tsvector('german', @words)), ' | '), ''), 'xyzzy')) q
                        where w.is_current and w.search @@ q order by 2 desc limit 40)
                    union all
                    (select w.idea, word_similarity(ideas.fold(@words), ideas.fold(w.title || ' ' || w.summary)) as rank from ideas.words w
                        where w.is_current and ideas.fold(@words) <% ideas.fold(w.title || ' ' || w.summary) order by 2 desc limit 40)) f
                group by f.idea) r on r.idea = i.id
            where {IdeaSight.Listed} and i.id <> @except and r.rank > 0.05 order by r.rank desc, i.id limit 5
            """));
        command.Parameters.AddWithValue("words", folded);
        command.Parameters.AddWithValue("except", except ?? Guid.Empty);
        return await Read(command, stop);
    }

    /// <summary>Supporters of each idea, those of ideas merged into it among them, each counted once.</summary>
    private static string Popular(DateTimeOffset? at) => $"select s.idea, count(*) as supports from ideas.supports s where {(at is null ? "s.until is null" : "s.since <= @at and (s.until is null or s.until > @at)")} group by s.idea";

    /// <summary>A number as it is, words by their stems, slips by what they look like; apart, so that each has its index.</summary>
    private const string Found =
        """
        i.id in (select f.idea from ideas.words f where f.is_current and f.search @@ websearch_to_tsquery('german', @search)
            union select f.idea from ideas.words f where f.is_current and ideas.fold(@search) <% ideas.fold(f.title || ' ' || f.summary)
            union select n.id from hub.mt_doc_idea n where n.number = upper(@search))
        """;

    private static string Joins(IdeaQuery query) => query.Search is null ? "" : "join ideas.words w on w.idea = i.id and w.is_current";

    /// <summary>As of a moment the words of then; what the city answered since is not told.</summary>
    private static string Cards(string ids, DateTimeOffset? at = null) =>
        $"""
        with chosen as materialized (select c.id, row_number() over () as place from ({ids}) c)
        select i.id, i.number, w.title, w.summary, i.theme, i.district, i.contest, i.category, i.at, {SupportCount.Sql("i.id", at is null ? null : "@at")}, {(at is null ? "i.status" : "null::text")}
        from chosen c join {IdeaSight.Table} i on i.id = c.id join ideas.words w on w.idea = i.id and {(at is null ? "w.is_current" : "w.version = (select max(v.version) from ideas.words v where v.idea = i.id and v.at <= @at)")} order by c.place
        """;

    private static (string Sql, Action<NpgsqlCommand> Fill) Filter(IdeaQuery query)
    {
        var filters = new List<string> { IdeaSight.Listed, "i.lead is null" };
        var values = new List<(string, object)>();
        void Where(string sql, string name, object? value)
        {
            if (value is null) return;
            filters.Add(sql);
            values.Add((name, value));
        }

        if (query.At is { } at)
        {
            // Handed in by then, and no longer sealed then.
            Where("i.at <= @at", "at", at);
            filters.Add("(i.contest, i.category) not in (select p.contest, p.category from ideas.phases p where p.phase = 0 and p.seals and p.changed_at > @at)");
        }
        Where("i.theme = @theme", "theme", query.Theme);
        Where("i.district = @district", "district", query.District);
        Where("i.contest = (select d.id from hub.mt_doc_contest d where d.key = @contest)", "contest", query.Contest);
        Where("i.category = @category", "category", query.Category);
        Where("i.status = @status", "status", query.Status);
        Where(Found, "search", query.Search);
        return (string.Join(" and ", filters), command => values.ForEach(v => command.Parameters.AddWithValue(v.Item1, v.Item2)));
    }

    private static async Task<IReadOnlyList<IdeaCard>> Read(NpgsqlCommand command, CancellationToken stop)
    {
        var cards = new List<IdeaCard>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            cards.Add(new IdeaCard(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), await reader.IsDBNullAsync(5, stop) ? null : reader.GetString(5),
                reader.GetGuid(6), reader.GetString(7), await reader.GetFieldValueAsync<DateTimeOffset>(8, stop), reader.GetInt32(9), await reader.IsDBNullAsync(10, stop) ? null : reader.GetString(10)));
        return cards;
    }
}
