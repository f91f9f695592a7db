using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Reviews;

/// <summary>One line of the jury's table.</summary>
/// <param name="Averages">Of the points by criterion; missing where nobody gave any.</param>
/// <param name="Reviews">How many reviewed it.</param>
/// <param name="Notes">Without names: the jury weighs words, not people.</param>
public sealed record ReviewedIdea(string Number, string Title, string Category, IReadOnlyDictionary<string, double> Averages, int Reviews, IReadOnlyList<string> Notes)
{
    public double Total => Averages.Values.Sum();
}

/// <summary>What reviewers gave; asked of the facts.</summary>
public sealed class ReviewBoard(HubDatabase database)
{
    private const int Most = 2_000;

    /// <summary>All ideas of a contest that stand, the best first.</summary>
    public async Task<IReadOnlyList<ReviewedIdea>> Table(Guid contest, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(
            $"""
            select i.number, w.title, i.category, coalesce((select jsonb_object_agg(a.criterion, a.points) from (select r.criterion, avg(r.points) as points from ideas.reviews r where r.idea = i.id group by r.criterion) a), '{"{}"}'),
                (select count(distinct r.person)::int from ideas.reviews r where r.idea = i.id), array(select n.note from ideas.review_notes n where n.idea = i.id and n.note <> '' order by n.note)
            from {IdeaSight.Table} i join ideas.words w on w.idea = i.id and w.is_current where i.contest = $1 and {IdeaSight.Listed} order by i.number limit {Most}
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = contest });
        var table = new List<ReviewedIdea>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            table.Add(new ReviewedIdea(reader.GetString(0), reader.GetString(1), reader.GetString(2), System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, double>>(reader.GetString(3))!, reader.GetInt32(4), await reader.GetFieldValueAsync<string[]>(5, stop)));
        return [.. table.OrderByDescending(i => i.Total).ThenBy(i => i.Number, StringComparer.Ordinal)];
    }

    /// <summary>What one reviewer gave these ideas, and their notes.</summary>
    public async Task<Dictionary<Guid, (Dictionary<string, int> Points, string Note)>> Mine(Guid person, IReadOnlyCollection<Guid> ideas, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(
            """
            select r.idea, r.criterion, r.points, coalesce(n.note, '') from ideas.reviews r left join ideas.review_notes n on n.idea = r.idea and n.person = r.person
            where r.person = $1 and r.idea = any($2)
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        command.Parameters.AddWithValue(ideas.ToArray());
        var mine = new Dictionary<Guid, (Dictionary<string, int> Points, string Note)>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            if (!mine.TryGetValue(reader.GetGuid(0), out var one)) mine[reader.GetGuid(0)] = one = ([], reader.GetString(3));
            one.Points[reader.GetString(1)] = reader.GetInt32(2);
        }
        return mine;
    }
}
