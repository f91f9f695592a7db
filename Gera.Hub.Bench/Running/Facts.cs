using Npgsql;

namespace Gera.Hub.Bench.Running;

/// <summary>What stands in a poll's tables.</summary>
/// <param name="Votes">Ballots per option, in option order.</param>
/// <param name="Ballots">All ballots.</param>
/// <param name="Marks">Different voters who have a mark.</param>
internal sealed record FactCount(long[] Votes, long Ballots, long Marks);

/// <summary>The independent question to the database: the only place of the bench that knows the hub's tables.</summary>
internal static class Facts
{
    private const string Open = "select choice[1], count(*) from halls.ballot_marks where poll = $1 group by 1";
    private const string Opened = "select choice[1], count(*) from halls.opened_ballots where poll = $1 group by 1";
    private const string OpenMarks = "select count(distinct voter) from halls.ballot_marks where poll = $1";
    private const string OpenedMarks = "select count(distinct voter) from halls.opened_marks where poll = $1";

    public static async Task<FactCount> Ask(string connection, string poll, bool secret, int options)
    {
        await using var database = NpgsqlDataSource.Create(connection);
        var votes = new long[options];
        await using (var ballots = database.CreateCommand(secret ? Opened : Open))
        {
            ballots.Parameters.AddWithValue(Guid.Parse(poll));
            await using var rows = await ballots.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                votes[rows.GetInt32(0) - 1] += rows.GetInt64(1);
        }
        await using var marks = database.CreateCommand(secret ? OpenedMarks : OpenMarks);
        marks.Parameters.AddWithValue(Guid.Parse(poll));
        return new(votes, votes.Sum(), (long)(await marks.ExecuteScalarAsync())!);
    }
}
