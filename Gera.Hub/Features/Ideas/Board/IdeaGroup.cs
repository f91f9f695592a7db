using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Board;

/// <summary>Ideas that speak for each other.</summary>
public sealed class IdeaGroup(HubDatabase database, IdeaList list)
{
    /// <summary>What an idea speaks for, as far as everyone may see it.</summary>
    public async Task<IReadOnlyList<IdeaCard>> Members(Guid lead, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select i.id from {IdeaSight.Table} i where i.lead = $1 order by i.number");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = lead });
        var members = new List<Guid>();
        await using (var reader = await command.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop)) members.Add(reader.GetGuid(0));
        return members.Count == 0 ? [] : await list.Of(members, stop);
    }

    /// <summary>Whether a supporter of the merged idea does not want to be counted for the one that leads.</summary>
    public async Task<bool> HasParted(Guid idea, Guid person, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select 1 from ideas.parted where idea = $1 and person = $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = idea });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        return await command.ExecuteScalarAsync(stop) is not null;
    }
}
