using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Board;

/// <summary>How many people support an idea or one merged into it, each once: always a question asked of the facts.</summary>
public sealed class SupportCount(HubDatabase database)
{
    /// <summary>A scalar for the idea that <paramref name="idea"/> names.</summary>
    /// <param name="at">A parameter with the moment to count for; null: now.</param>
    internal static string Sql(string idea, string? at = null)
    {
        var valid = at is null ? "s.until is null" : $"s.since <= {at} and (s.until is null or s.until > {at})";
        // The ideas as an array and not as a condition with "or": only so is the index of supports asked.
        return $"""
            (select count(distinct s.person)::int from ideas.supports s where {valid}
                and s.idea = any (array(select {idea} union all select m.id from {IdeaSight.Table} m where m.lead = {idea}))
                and (s.idea = {idea} or not exists (select from ideas.parted p where p.idea = s.idea and p.person = s.person)))
            """;
    }

    /// <summary>Counts of these ideas, at most a page of them.</summary>
    /// <param name="at">As of that moment; null: now.</param>
    public async Task<Dictionary<Guid, int>> Of(IReadOnlyCollection<Guid> ideas, DateTimeOffset? at, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select i, {Sql("i", at is null ? null : "@at")} from unnest(@ideas) i");
        command.Parameters.AddWithValue("ideas", ideas.ToArray());
        if (at is { } moment) command.Parameters.AddWithValue("at", moment);
        var counts = new Dictionary<Guid, int>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) counts[reader.GetGuid(0)] = reader.GetInt32(1);
        return counts;
    }

    /// <summary>Which of these ideas somebody supports.</summary>
    public async Task<HashSet<Guid>> Mine(Guid person, IReadOnlyCollection<Guid> ideas, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select idea from ideas.supports where person = $1 and idea = any($2) and until is null");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        command.Parameters.AddWithValue(ideas.ToArray());
        var mine = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) mine.Add(reader.GetGuid(0));
        return mine;
    }
}
