using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>Counts the boxes of an open poll from their events.</summary>
internal static class OpenBox
{
    /// <summary>Result, head of the record, and where each box stood. The caller holds the poll's row, so nothing moves.</summary>
    public static async Task<(PollResult Result, string Head, BoxHead[] Boxes)> Count(NpgsqlConnection connection, Poll poll, CancellationToken stop)
    {
        var boxes = await Facts.Boxes(connection, poll.Id, poll.Rules, stop);
        var options = poll.Rules.Options.Length;
        var cells = new long[Cells.Count(poll.Rules)];
        foreach (var box in boxes)
            for (var i = 0; i < cells.Length; i++) cells[i] += box.Cells[i];
        var heads = await Heads(connection, poll.Id, stop);
        var result = new PollResult(cells[..options], cells[options..], boxes.Sum(b => b.Voters), boxes.Sum(b => b.Version));
        return (result, Chain.Head(Chain.Genesis(poll.Id, poll.Rules), heads.Select(h => h.Hash)), heads);
    }

    /// <summary>Height and head of each box, as its last entry says.</summary>
    public static async Task<BoxHead[]> Heads(NpgsqlConnection connection, Guid poll, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand($"""
            select b.box, e.version, e.data ->> 'link' from halls.boxes b
            join lateral (select version, data from {HubStore.Schema}.mt_events where stream_id = b.box order by version desc limit 1) e on true
            where b.poll = $1 order by b.box
            """, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = poll });
        var heads = new List<BoxHead>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) heads.Add(new BoxHead(reader.GetGuid(0), reader.GetInt64(1), reader.GetString(2)));
        return [.. heads];
    }
}
