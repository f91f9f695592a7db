using System.Globalization;
using Gera.Hub.Features.Portal.Search;
using Gera.Hub.People;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Which announcements a list shows, as its address says; what an address cannot mean is left out.</summary>
/// <param name="Theme">Key of a working group.</param>
/// <param name="Year">Of publication in Gera; with it also archived ones.</param>
/// <param name="Page">From one.</param>
public sealed record PressQuery(string? Search, string? Theme, int? Year, int Page)
{
    public const int PageSize = 12;

    public static PressQuery Read(IQueryCollection address) => new(
        string.IsNullOrWhiteSpace(address["suche"]) || Text.Check(address["suche"], 100, ("", "")) is not null ? null : Text.Clean(address["suche"]!),
        WorkingGroup.All.FirstOrDefault(t => t == address["thema"]),
        int.TryParse(address["jahr"], CultureInfo.InvariantCulture, out var year) && year is >= 2000 and < 2200 ? year : null,
        int.TryParse(address["seite"], CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 500) : 1);

    public string Address(string path = "/presse") => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["suche"] = Search,
        ["thema"] = Theme,
        ["jahr"] = Year?.ToString(CultureInfo.InvariantCulture),
        ["seite"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
    }.Where(p => p.Value is not null));
}

/// <summary>Announcements for everybody, by the one rule.</summary>
public sealed class PressBoard(IDocumentStore store, HubDatabase database, SearchBoard search, TimeProvider clock)
{
    /// <summary>One page, newest first, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<Announcement> Page, int All)> Of(PressQuery query, CancellationToken stop)
    {
        var filters = new List<string> { query.Year is null ? PressSight.Listed : PressSight.Out };
        var values = new List<(string, object)> { ("now", clock.GetUtcNow()) };
        if (query.Theme is { } theme)
        {
            filters.Add("a.data -> 'words' ->> 'theme' = @theme");
            values.Add(("theme", theme));
        }
        if (query.Year is { } year)
        {
            filters.Add("a.publish_at >= @since and a.publish_at < @before");
            values.AddRange([("since", Berlin.Start(new DateOnly(year, 1, 1))), ("before", Berlin.Start(new DateOnly(year + 1, 1, 1)))]);
        }
        if (query.Search is { } words)
        {
            filters.Add("a.id = any(@found)");
            values.Add(("found", (await search.Find(new SearchQuery(words, PressSearch.Name, null, null, SearchTime.Any, 1) with { Page = 1 }, stop, all: true)).Hits.Select(h => h.Key).ToArray()));
        }
        var ids = new List<Guid>();
        var all = 0;
        await using (var command = database.Source.CreateCommand($"select a.id, count(*) over ()::int from {PressSight.Table} a where {string.Join(" and ", filters)} order by a.publish_at desc, a.id limit {PressQuery.PageSize} offset {(query.Page - 1) * PressQuery.PageSize}"))
        {
            foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop)) (ids, all) = ([.. ids, reader.GetGuid(0)], reader.GetInt32(1));
        }
        return (await Load(ids, stop), all);
    }

    /// <summary>The latest, newest first.</summary>
    public async Task<IReadOnlyList<Announcement>> Latest(int most, string? theme, CancellationToken stop) => [.. (await Of(new PressQuery(null, theme, null, 1), stop)).Page.Take(most)];

    /// <summary>The one at that address, and whether this is still its address; null when nobody may know of one.</summary>
    public async Task<(Announcement Announcement, bool Moved)?> At(string path, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select announcement from portal.press_paths where path = $1");
        command.Parameters.AddWithValue(path);
        return await command.ExecuteScalarAsync(stop) is Guid id && await Known(id, stop) is { } announcement ? (announcement, announcement.Path != path) : null;
    }

    public async Task<Announcement?> ByShort(string code, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.Query<Announcement>().FirstOrDefaultAsync(a => a.Short == code, stop) is { } found && found.IsKnown(clock.GetUtcNow()) ? found : null;
    }

    /// <summary>Null when nobody may know of it.</summary>
    public async Task<Announcement?> Known(Guid id, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Announcement>(id, stop) is { } found && found.IsKnown(clock.GetUtcNow()) ? found : null;
    }

    /// <summary>Years with announcements, newest first.</summary>
    public async Task<IReadOnlyList<int>> Years(CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select distinct extract(year from a.publish_at at time zone 'Europe/Berlin')::int from {PressSight.Table} a where {PressSight.Out} order by 1 desc");
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        var years = new List<int>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) years.Add(reader.GetInt32(0));
        return years;
    }

    private async Task<IReadOnlyList<Announcement>> Load(List<Guid> ids, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return [.. (await session.LoadManyAsync<Announcement>(stop, ids.ToArray())).OrderBy(a => ids.IndexOf(a.Id))];
    }
}
