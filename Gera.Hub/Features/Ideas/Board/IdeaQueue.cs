using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Board;

/// <param name="Due">By when the office meant to take the step.</param>
public sealed record DueStep(string Number, string Title, string Step, DateOnly Due);

/// <summary>An idea nobody has read yet.</summary>
public sealed record WaitingIdea(string Number, string Title, string Summary, DateTimeOffset At);

/// <summary>What waits for editors: answers to bring out, steps whose day has come.</summary>
public sealed class IdeaQueue(HubDatabase database, TimeProvider clock)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<Guid>> Prepared(CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select id from {IdeaSight.Table} where data -> 'prepared' is not null and data -> 'prepared' <> 'null' order by number limit {Most}");
        var ideas = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) ideas.Add(reader.GetGuid(0));
        return ideas;
    }

    /// <summary>Ideas that a moderator has to read before everyone may, the oldest first. Sealed ones wait for their deadline.</summary>
    public async Task<IReadOnlyList<WaitingIdea>> Waiting(CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(
            $"select i.number, w.title, w.summary, i.at from {IdeaSight.Table} i join ideas.words w on w.idea = i.id and w.is_current where i.state = 'Waiting' and {IdeaSight.Unsealed} order by i.at, i.id limit {Most}");
        var waiting = new List<WaitingIdea>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) waiting.Add(new WaitingIdea(reader.GetString(0), reader.GetString(1), reader.GetString(2), await reader.GetFieldValueAsync<DateTimeOffset>(3, stop)));
        return waiting;
    }

    /// <summary>Of the newest answer of each idea; the oldest day first.</summary>
    public async Task<IReadOnlyList<DueStep>> Due(CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(
            $"""
            select i.number, w.title, i.data -> 'answers' -> -1 -> 'answer' ->> 'nextStep', (i.data -> 'answers' -> -1 -> 'answer' ->> 'due')::date
            from {IdeaSight.Table} i join ideas.words w on w.idea = i.id and w.is_current
            where i.status is not null and (i.data -> 'answers' -> -1 -> 'answer' ->> 'due')::date <= $1 order by 4 limit {Most}
            """);
        command.Parameters.AddWithValue(Shell.Berlin.Day(clock.GetUtcNow()));
        var steps = new List<DueStep>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) steps.Add(new DueStep(reader.GetString(0), reader.GetString(1), reader.GetString(2), await reader.GetFieldValueAsync<DateOnly>(3, stop)));
        return steps;
    }
}
