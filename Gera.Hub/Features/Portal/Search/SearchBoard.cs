using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Portal.Search;

/// <summary>Finds by German stems, by parts of compounds, with either spelling of umlauts and with slips; and shows only what its room shows a stranger now.</summary>
public sealed class SearchBoard(HubDatabase database, IEnumerable<ISearchSource> sources, TimeProvider clock)
{
    /// <summary>Entries looked at in one search, the newest of those that match: ranking more is dear and nobody pages so far.</summary>
    public const int Most = 400;

    private const int Suggested = 6, Likely = 60;

    private const string Asked = "(websearch_to_tsquery('german', @q) || websearch_to_tsquery('german', portal.fold(@q)))";

    private const string Shown = "visible_from <= @now and (visible_until is null or visible_until > @now)";

    /// <param name="all">Not one page but everything, at most <see cref="Most"/>.</param>
    public async Task<SearchResult> Find(SearchQuery query, CancellationToken stop, bool all = false)
    {
        if (query.Words is null) return new SearchResult([], 0, new Dictionary<string, int>());
        var (filter, fill) = Filter(query);
        var found = await Ranked(query.Words, filter, fill, Most, stop);
        // With what was typed nothing at all: then what looks like it.
        if (found.Count == 0) found = await Slipped(query.Words, filter, fill, stop);
        found = await Visible(found, stop);
        var kinds = found.CountBy(h => h.Kind).ToDictionary();
        if (query.Kind is { } kind) found = [.. found.Where(h => h.Kind == kind)];
        return new SearchResult(all ? found : [.. found.Skip((query.Page - 1) * SearchQuery.PageSize).Take(SearchQuery.PageSize)], found.Count, kinds);
    }

    /// <summary>What the box suggests while somebody types; at most six.</summary>
    public async Task<IReadOnlyList<SearchHit>> Suggest(string words, CancellationToken stop)
    {
        var (filter, fill) = Filter(new SearchQuery(words, null, null, null, SearchTime.Any, 1));
        var found = await Ranked(words, filter, fill, Suggested * 4, stop);
        if (found.Count == 0) found = await Slipped(words, filter, fill, stop);
        return [.. (await Visible(found, stop)).Take(Suggested)];
    }

    private Task<List<SearchHit>> Ranked(string words, string filter, Action<NpgsqlCommand> fill, int most, CancellationToken stop)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(p => p.Length > 2).Take(8).Select(p => $"%{Escaped(p)}%").ToArray();
        // By stems and by parts of words, each with its index; a sign of the pattern language is just a letter.
        var candidates = $"(select kind, key from portal.search where words @@ {Asked} and {filter} order by moment desc limit {most})";
        if (parts.Length > 0) candidates += $" union (select kind, key from portal.search where alike like all (@parts) and {filter} order by moment desc limit {most})";
        return Read(
            $"""
            select s.kind, s.key, s.address, s.title, s.summary, s.theme, s.district, s.moment from ({candidates}) c join portal.search s using (kind, key)
            order by ts_rank(s.words, {Asked}) + 0.6 * word_similarity(portal.fold(@q), portal.fold(s.title)) desc, s.moment desc, s.key limit {most}
            """, words, command =>
            {
                fill(command);
                if (parts.Length > 0) command.Parameters.AddWithValue("parts", parts);
            }, stop);
    }

    private Task<List<SearchHit>> Slipped(string words, string filter, Action<NpgsqlCommand> fill, CancellationToken stop) => Read(
        $"""
        select s.kind, s.key, s.address, s.title, s.summary, s.theme, s.district, s.moment from (select kind, key from portal.search where portal.fold(@q) <% alike and {filter} order by word_similarity(portal.fold(@q), alike) desc limit {Likely}) c join portal.search s using (kind, key)
        order by word_similarity(portal.fold(@q), s.alike) desc, s.moment desc, s.key
        """, words, fill, stop);

    private async Task<List<SearchHit>> Read(string sql, string words, Action<NpgsqlCommand> fill, CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("q", words);
        fill(command);
        var hits = new List<SearchHit>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            hits.Add(new SearchHit(reader.GetString(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), await reader.IsDBNullAsync(5, stop) ? null : reader.GetString(5),
                await reader.IsDBNullAsync(6, stop) ? null : reader.GetString(6), await reader.GetFieldValueAsync<DateTimeOffset>(7, stop)));
        return hits;
    }

    /// <summary>Asked of each room for what it holds.</summary>
    private async Task<List<SearchHit>> Visible(List<SearchHit> hits, CancellationToken stop)
    {
        var shown = new HashSet<(string, Guid)>();
        foreach (var kind in hits.GroupBy(h => h.Kind))
            if (sources.FirstOrDefault(s => s.Kind == kind.Key) is { } source)
                foreach (var key in await source.Visible([.. kind.Select(h => h.Key)], stop)) shown.Add((kind.Key, key));
        return [.. hits.Where(h => shown.Contains((h.Kind, h.Key)))];
    }

    private (string Sql, Action<NpgsqlCommand> Fill) Filter(SearchQuery query)
    {
        var now = clock.GetUtcNow();
        var filters = new List<string> { Shown };
        var values = new List<(string, object)> { ("now", now) };
        void Where(string sql, string name, object? value)
        {
            if (value is null) return;
            filters.Add(sql);
            values.Add((name, value));
        }

        Where("theme = @theme", "theme", query.Theme);
        Where("district = @district", "district", query.District);
        switch (query.Time)
        {
            case SearchTime.Coming:
                Where("moment >= @since", "since", Berlin.Start(Berlin.Day(now)));
                break;
            case SearchTime.Month or SearchTime.Year:
                Where("moment between @since and @now", "since", now.AddDays(query.Time == SearchTime.Month ? -30 : -365));
                break;
        }
        return (string.Join(" and ", filters), command => values.ForEach(v => command.Parameters.AddWithValue(v.Item1, v.Item2)));
    }

    private static string Escaped(string part)
    {
        var folded = part.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
        return folded.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
    }
}
