using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Files;

/// <summary>One idea of a contest in its export.</summary>
/// <param name="Month">When it was handed in, e.g. <c>2026-11</c>: the day would tell more of a person than research needs.</param>
/// <param name="Channel">How it came: online, counter, paper, phone, kiosk, rally.</param>
/// <param name="Points">Of the public; null before its vote is over, or where there is none.</param>
/// <param name="PublicPlace">From one, equal sums the same place; null before the public's word is over.</param>
/// <param name="MergedInto">Number of the idea that speaks for it; empty while it stands by itself.</param>
public sealed record ContestRow(string Number, string Title, string Summary, string Category, string Theme, string District, string Channel, string Month, int Supports, int? Points, int? PublicPlace,
    int? CommitteePlace, int? CouncilPlace, string Prize, int? PrizeEuros, string Status, string MergedInto)
{
    /// <summary>Whose idea it is; in the export of staff only.</summary>
    internal Guid? Author { get; init; }

    internal string State { get; init; } = "";
}

/// <summary>Reads a contest whole, idea by idea in the order of their numbers.</summary>
public sealed class ContestRows(HubDatabase database, PointCount points)
{
    /// <param name="all">Also what not everyone may see: waiting, hidden and withdrawn ideas, and sealed ones where the contest lets staff read them.</param>
    public async Task<IReadOnlyList<ContestRow>> Of(Contest contest, bool all, CancellationToken stop)
    {
        var places = await Places(contest, stop);
        var sealedToo = contest.Rules.StaffSees ? "true" : IdeaSight.Unsealed;
        await using var command = database.Source.CreateCommand(
            $"""
            select i.id, i.number, w.title, w.summary, i.category, i.theme, i.district, i.data ->> 'channel', i.at, {SupportCount.Sql("i.id")}, i.status, l.number, i.author, i.state
            from {IdeaSight.Table} i join ideas.words w on w.idea = i.id and w.is_current left join {IdeaSight.Table} l on l.id = i.lead
            where i.contest = $1 and {(all ? $"i.state <> 'Erased' and {sealedToo}" : IdeaSight.Listed)} order by i.number
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = contest.Id });
        var rows = new List<ContestRow>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var (id, category) = (reader.GetGuid(0), reader.GetString(4));
            async Task<string> Text(int column) => await reader.IsDBNullAsync(column, stop) ? "" : reader.GetString(column);
            var hasPlace = places.TryGetValue(id, out var place);
            var prize = contest.Prizes.FirstOrDefault(p => p.Idea == id);
            rows.Add(new ContestRow(reader.GetString(1), reader.GetString(2), reader.GetString(3), category, reader.GetString(5), await Text(6), (await Text(7)).ToLowerInvariant(),
                Shell.Berlin.Day(await reader.GetFieldValueAsync<DateTimeOffset>(8, stop)).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), reader.GetInt32(9),
                hasPlace && contest.Rules.Points is not null ? place.Sum : null, hasPlace ? place.Place : null, PlaceBy(contest, Body.Committee, category, id), PlaceBy(contest, Body.Council, category, id),
                prize?.Title ?? "", prize?.Euros, await Text(10), await Text(11))
            { Author = await reader.IsDBNullAsync(12, stop) ? null : reader.GetGuid(12), State = (await Text(13)).ToLowerInvariant() });
        }
        return rows;
    }

    /// <summary>What the public said, where it has said it: as on the contest's page, so that nobody follows the crowd.</summary>
    private async Task<Dictionary<Guid, (int Place, int Sum)>> Places(Contest contest, CancellationToken stop)
    {
        var places = new Dictionary<Guid, (int, int)>();
        if (contest.Rules.Points is null) return places;
        foreach (var category in contest.Categories.Where(c => contest.Of(c.Key, Phase.Points) is { State: WindowState.Over }))
        {
            var order = await points.Of(contest.Id, category.Key, stop);
            foreach (var (idea, sum, _) in order) places[idea] = (1 + order.Count(o => o.Points > sum), sum);
        }
        return places;
    }

    /// <summary>In the newest order of that body for the category or, where it made none, for the whole contest.</summary>
    private static int? PlaceBy(Contest contest, Body body, string category, Guid idea)
    {
        var order = contest.Rankings.Where(r => r.Body == body && (r.Category == category || r.Category.Length == 0)).OrderByDescending(r => r.Category == category).ThenByDescending(r => r.At).FirstOrDefault();
        return order?.Ideas.ToList().IndexOf(idea) is { } at and >= 0 ? at + 1 : null;
    }
}
