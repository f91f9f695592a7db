using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Board;

/// <summary>What the public's points say of a category, asked of the facts.</summary>
public sealed class PointCount(HubDatabase database)
{
    /// <summary>Sums, the most first; equal sums in the order of the ideas' numbers.</summary>
    public async Task<IReadOnlyList<(Guid Idea, int Points, int Voters)>> Of(Guid contest, string category, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(
            $"""
            select i.id, coalesce(sum(p.points), 0)::int, count(p.person)::int from {IdeaSight.Table} i left join ideas.points p on p.idea = i.id
            where i.contest = $1 and i.category = $2 and {IdeaSight.Listed} and i.lead is null group by i.id, i.number order by 2 desc, i.number
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = contest });
        command.Parameters.AddWithValue(category);
        var sums = new List<(Guid, int, int)>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) sums.Add((reader.GetGuid(0), reader.GetInt32(1), reader.GetInt32(2)));
        return sums;
    }

    /// <summary>What somebody gave to each idea of a contest.</summary>
    public async Task<Dictionary<Guid, int>> Mine(Guid contest, Guid person, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select idea, points from ideas.points where contest = $1 and person = $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = contest });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        var mine = new Dictionary<Guid, int>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) mine[reader.GetGuid(0)] = reader.GetInt32(1);
        return mine;
    }
}
