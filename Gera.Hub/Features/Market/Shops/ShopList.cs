using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>Lists of shops everyone may see, in the order the ranking page explains.</summary>
public sealed class ShopList(HubDatabase database)
{
    /// <summary>As many as any export or map shows; the town has about a hundred.</summary>
    public const int Most = 2_000;

    private const string Columns =
        """
        s.id, s.slug, w.name, s.kind, s.district, w.words->>'lead', w.words->>'street', w.words->>'postcode', w.words->>'phone', w.words->>'web', s.services,
        (s.data->'facts'->>'latitude')::float8, (s.data->'facts'->>'longitude')::float8, s.changed_at
        """;

    private const string From = $"{ShopSight.Table} s join market.words w on w.shop = s.id and w.is_current";

    /// <summary>By stems, by parts of words with either spelling of umlauts, and with slips.</summary>
    private const string Found = "(w.search @@ websearch_to_tsquery('german', @search) or market.fold(w.alike) like @part or market.fold(@search) <% market.fold(w.alike))";

    private static readonly string Order = $"order by {Ranking.Sql} desc, s.id";

    /// <summary>With words first what they fit best, then by the formula.</summary>
    private static readonly string OrderFound = $"order by (market.fold(w.alike) like @part) desc, round(word_similarity(market.fold(@search), market.fold(w.alike))::numeric, 1) desc, {Ranking.Sql} desc, s.id";

    /// <summary>One page, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<ShopCard> Cards, int All)> Of(ShopQuery query, DateTimeOffset now, CancellationToken stop)
    {
        var (filter, fill) = Filter(query, now);
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        await using var count = new NpgsqlCommand($"select count(*)::int from {From} where {filter}", connection);
        fill(count);
        var all = (int)(await count.ExecuteScalarAsync(stop))!;
        await using var command = new NpgsqlCommand($"select {Columns} from {From} where {filter} {(query.Search is null ? Order : OrderFound)} limit @size offset @skip", connection);
        fill(command);
        command.Parameters.AddWithValue("size", ShopQuery.PageSize);
        command.Parameters.AddWithValue("skip", (query.Page - 1) * ShopQuery.PageSize);
        return (await Read(command, stop), all);
    }

    /// <summary>All pages at once, for map and exports.</summary>
    public async Task<IReadOnlyList<ShopCard>> Everything(ShopQuery query, DateTimeOffset now, CancellationToken stop)
    {
        var (filter, fill) = Filter(query, now);
        await using var command = database.Source.CreateCommand($"select {Columns} from {From} where {filter} {(query.Search is null ? Order : OrderFound)} limit {Most}");
        fill(command);
        return await Read(command, stop);
    }

    private static (string Sql, Action<NpgsqlCommand> Fill) Filter(ShopQuery query, DateTimeOffset now)
    {
        var filters = new List<string> { ShopSight.Everyone };
        var values = new List<(string, object)> { ("now", now), ("day", Ranking.Key(Berlin.Day(now))) };
        void Where(string sql, string name, object? value)
        {
            if (value is null) return;
            filters.Add(sql);
            values.Add((name, value));
        }

        Where("s.kind = @kind", "kind", query.Kind);
        Where("s.district = @district", "district", query.District);
        Where("s.services & @services = @services", "services", query.Services == ShopServices.None ? null : (int)query.Services);
        Where(Found, "search", query.Search);
        if (query.Search is { } search) values.Add(("part", $"%{Escaped(search)}%"));
        return (string.Join(" and ", filters), command => values.ForEach(v => command.Parameters.AddWithValue(v.Item1, v.Item2)));
    }

    private static string Escaped(string part) => part.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<ShopCard>> Read(NpgsqlCommand command, CancellationToken stop)
    {
        var cards = new List<ShopCard>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            cards.Add(new ShopCard(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), Text(reader, 4), Text(reader, 5) ?? "", Text(reader, 6), Text(reader, 7), Text(reader, 8), Text(reader, 9),
                (ShopServices)reader.GetInt32(10), reader.IsDBNull(11) ? null : reader.GetDouble(11), reader.IsDBNull(12) ? null : reader.GetDouble(12), await reader.GetFieldValueAsync<DateTimeOffset>(13, stop)));
        return cards;
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
