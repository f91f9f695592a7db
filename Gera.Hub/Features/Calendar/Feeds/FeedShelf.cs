using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Gera.Hub.Features.Calendar.Board;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Calendar.Feeds;

/// <summary>Feeds of events everyone may see. A feed is written anew only when one of its events changed; what is asked first is whether it did.</summary>
public sealed class FeedShelf(HubDatabase database, IDocumentStore store, EventFile file, TimeProvider clock)
{
    private const int MostKept = 200;

    private readonly ConcurrentDictionary<string, Feed> kept = new(StringComparer.Ordinal);

    /// <summary>A feed with its mark; the same mark is the same bytes.</summary>
    public sealed record Feed(string Mark, byte[] Bytes);

    /// <summary>Everything since the turn of the last year.</summary>
    public Task<Feed> Of(EventQuery query, string name, CancellationToken stop)
    {
        // Of what filters by kind only: the rest would make a feed for each question.
        query = query with { Search = null, Period = null, Free = false, Access = false, Page = 1 };
        var (sql, values) = Filter(query);
        return Of($"{query.Address("")}|{name}", sql, values, name, stop);
    }

    public Task<Feed> Of(IReadOnlyCollection<Guid> events, string key, string name, CancellationToken stop) =>
        Of($"{key}|{name}", $"{EventSight.Everyone} and e.id = any($1)", [events.ToArray()], name, stop);

    private async Task<Feed> Of(string key, string where, IReadOnlyList<object> values, string name, CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        await using var ask = new NpgsqlCommand($"select md5(coalesce(string_agg(e.id::text || e.changed_at::text || (e.data ->> 'sequence') || (e.data ->> 'edition') || e.state, '' order by e.id), '')) from {EventSight.Table} e where {where}", connection);
        foreach (var value in values) ask.Parameters.AddWithValue(value);
        // The name differs with the reader's language.
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{await ask.ExecuteScalarAsync(stop)}|{name}")).AsSpan(0, 16));
        if (kept.TryGetValue(key, out var there) && there.Mark == mark) return there;
        await using var command = new NpgsqlCommand($"select e.id, w.words::text from {EventSight.Table} e join calendar.words w on w.event = e.id and w.is_current where {where} order by e.id", connection);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        var words = new Dictionary<Guid, EventWords>();
        await using (var reader = await command.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop)) words[reader.GetGuid(0)] = EventLook.Parse(reader.GetString(1));
        await using var session = store.QuerySession();
        var events = await session.LoadManyAsync<CityEvent>(stop, words.Keys);
        var feed = new Feed(mark, Encoding.UTF8.GetBytes(file.Of(events.Where(e => e.IsOut).OrderBy(e => e.Id).Select(e => (e, words[e.Id])), name)));
        if (kept.Count >= MostKept) kept.Clear();
        kept[key] = feed;
        return feed;
    }

    private (string Sql, IReadOnlyList<object> Values) Filter(EventQuery query)
    {
        var year = Berlin.Day(clock.GetUtcNow()).Year;
        var (filters, values) = (new List<string> { EventSight.Everyone, "exists (select 1 from calendar.occurrences o where o.event = e.id and o.ends_at >= $1)" }, new List<object> { Berlin.Start(new DateOnly(year - 1, 1, 1)) });
        void Where(string sql, object? value)
        {
            if (value is null) return;
            values.Add(value);
            filters.Add($"{sql} ${values.Count}");
        }

        Where("e.theme =", query.Theme);
        Where("e.district =", query.District);
        Where("e.group_key =", query.Group);
        if (query.Organiser is not null)
        {
            values.Add(query.Organiser);
            filters.Add($"e.organiser_id = (select d.id from hub.mt_doc_organiser d where d.key = ${values.Count})");
        }
        return (string.Join(" and ", filters), values);
    }
}
