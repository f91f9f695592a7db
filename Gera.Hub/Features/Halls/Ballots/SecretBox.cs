using Marten;
using Npgsql;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>The two tables of a secret poll, and their opening at close: ballots and marks go in random order into fresh rows that all bear one stamp, and the old tables go with their files.</summary>
internal static class SecretBox
{
    public sealed record Opened(PollResult Result, string Head, BoxHead[] Boxes, BallotBoxOpened Event);

    /// <summary>Makes the two tables of a box with the transaction that opens the poll.</summary>
    public static void Make(IDocumentSession session, Guid poll)
    {
        var (marks, ballots) = HallTables.SecretBox(poll);
        session.QueueSqlCommand($"create table {marks} (voter uuid primary key)");
        session.QueueSqlCommand($"create table {ballots} (id uuid primary key, choice integer[] not null)");
    }

    public static async Task<Opened> Open(NpgsqlConnection connection, Poll poll, CancellationToken stop)
    {
        var (marksTable, ballotsTable) = HallTables.SecretBox(poll.Id);
        var marks = await Execute(connection, $"insert into halls.opened_marks (poll, voter) select $1, voter from {marksTable} order by gen_random_uuid()", poll.Id, stop);
        var ballots = await Execute(connection, $"select count(*) from {ballotsTable} where $1 is not null", poll.Id, stop, scalar: true);
        if (marks != ballots) throw new InvalidOperationException($"The secret box of {poll.Id} holds {ballots} ballots for {marks} marks.");

        var tooFew = ballots < Poll.Crowd;
        if (!tooFew) await Execute(connection, $"insert into halls.opened_ballots (poll, id, choice) select $1, id, choice from {ballotsTable} order by gen_random_uuid()", poll.Id, stop);
        await Execute(connection, $"drop table {marksTable}, {ballotsTable}", null, stop);

        var list = tooFew ? [] : await Read(connection, poll.Id, stop);
        var (cells, options) = (new long[Cells.Count(poll.Rules)], poll.Rules.Options.Length);
        foreach (var (_, choice) in list) Cells.Add(cells, poll.Rules, choice, 1);
        var payloads = list.Select(b => Chain.SecretPayload(b.Id, b.Choice)).ToArray();
        var hash = Chain.Hash(string.Join('\n', payloads));
        var genesis = Chain.Genesis(poll.Id, poll.Rules);
        var head = payloads.Index().Aggregate(genesis, (parent, p) => Chain.Link(p.Index + 1, parent, Chain.SecretType, Chain.Hash(p.Item)));
        BoxHead[] boxes = payloads.Length == 0 ? [] : [new BoxHead(poll.Id, payloads.Length, head)];
        return new Opened(new PollResult(cells[..options], cells[options..], (int)ballots, ballots, tooFew),
            Chain.Head(genesis, boxes.Select(b => b.Hash)), boxes, new BallotBoxOpened((int)ballots, (int)marks, hash, tooFew));
    }

    /// <summary>The opened ballots, sorted by their random ids.</summary>
    public static async Task<List<(Guid Id, int[] Choice)>> Read(NpgsqlConnection connection, Guid poll, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("select id, choice from halls.opened_ballots where poll = $1 order by id", connection);
        command.Parameters.AddWithValue(poll);
        var list = new List<(Guid, int[])>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) list.Add((reader.GetGuid(0), await reader.GetFieldValueAsync<int[]>(1, stop)));
        return list;
    }

    private static async Task<long> Execute(NpgsqlConnection connection, string sql, Guid? poll, CancellationToken stop, bool scalar = false)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (poll is { } id) command.Parameters.AddWithValue(id);
        return scalar ? (long)(await command.ExecuteScalarAsync(stop))! : await command.ExecuteNonQueryAsync(stop);
    }
}
