using Gera.Hub.People;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Halls.Screens;

/// <summary>A voter's own vote as the voter may see it again.</summary>
/// <param name="Choice">Null for a secret ballot: that one is in the box, and nobody can say which it is.</param>
/// <param name="Receipt">Found again in the public record; open ballots only.</param>
public sealed record MyBallot(Choice? Choice, string? Receipt);

/// <summary>Asks the marks whether a seat has voted, and in an open poll what.</summary>
public sealed class MyBallots(HubDatabase database)
{
    private const string Open = """
        select m.choice, p.salt from halls.ballot_marks m join halls.polls p on p.id = m.poll where m.poll = $1 and m.voter = $2
        """;

    /// <summary>The seat's ballot in a poll that has been open, or null.</summary>
    public Task<MyBallot?> Of(Poll poll, Seat seat, CancellationToken stop = default) =>
        poll.Rules.Secret ? OfSecret(poll, seat, stop) : OfOpen(poll, seat, stop);

    private async Task<MyBallot?> OfOpen(Poll poll, Seat seat, CancellationToken stop)
    {
        int[] numbers;
        string receipt;
        await using (var command = Ask(Open, poll.Id, seat.Id))
        await using (var reader = await command.ExecuteReaderAsync(stop))
        {
            if (!await reader.ReadAsync(stop)) return null;
            numbers = await reader.GetFieldValueAsync<int[]>(0, stop);
            receipt = Receipts.Of(await reader.GetFieldValueAsync<byte[]>(1, stop), seat.Id);
        }
        return new MyBallot(new Choice(numbers, poll.Rules.Kind == PollKind.Text ? await WordsOf(poll.Id, receipt, stop) : null), receipt);
    }

    private async Task<MyBallot?> OfSecret(Poll poll, Seat seat, CancellationToken stop)
    {
        try
        {
            await using var command = poll.State == PollState.Open
                ? Ask($"select 1 from {HallTables.SecretBox(poll.Id).Marks} where voter = $1", seat.Id)
                : Ask("select 1 from halls.opened_marks where poll = $1 and voter = $2", poll.Id, seat.Id);
            return await command.ExecuteScalarAsync(stop) is null ? null : new MyBallot(null, null);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // The box was opened between reading the poll and asking its table.
            return poll.State == PollState.Open ? await OfSecret(poll with { State = PollState.Closed }, seat, stop) : null;
        }
    }

    private async Task<string?> WordsOf(Guid poll, string receipt, CancellationToken stop)
    {
        await using var command = Ask("select words from halls.words where poll = $1", poll);
        command.CommandText += " and receipt = $2";
        command.Parameters.AddWithValue(receipt);
        return await command.ExecuteScalarAsync(stop) as string;
    }

    private NpgsqlCommand Ask(string sql, params Guid[] ids)
    {
        var command = database.Source.CreateCommand(sql);
        foreach (var id in ids) command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return command;
    }
}
