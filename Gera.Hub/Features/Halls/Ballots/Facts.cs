using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>Asks the facts: how many ballots there are and what they say. Never a stored number.</summary>
public sealed class Facts(HubDatabase database)
{
    /// <summary>What the events of each box of an open poll add up to.</summary>
    public async Task<IReadOnlyList<BoxTally>> Boxes(Guid poll, PollRules rules, CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        return await Boxes(connection, poll, rules, stop);
    }

    /// <inheritdoc cref="Boxes(Guid, PollRules, CancellationToken)"/>
    internal static async Task<IReadOnlyList<BoxTally>> Boxes(NpgsqlConnection connection, Guid poll, PollRules rules, CancellationToken stop)
    {
        if (rules.Secret)
        {
            var marks = await SecretMarks(connection, poll, stop);
            return [new BoxTally(poll, marks, [], marks)];
        }
        await using var command = new NpgsqlCommand($"""
            select e.stream_id, e.data -> 'choice', nullif(e.data -> 'was', 'null'::jsonb), count(*), max(e.version)
            from halls.boxes b join {HubStore.Schema}.mt_events e on e.stream_id = b.box
            where b.poll = $1 group by 1, 2, 3
            """, connection) { CommandTimeout = 30 };
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = poll });
        var boxes = new Dictionary<Guid, (long Version, long[] Cells, int Voters)>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var box = boxes.GetValueOrDefault(reader.GetGuid(0), (0, new long[Cells.Count(rules)], 0));
            var times = reader.GetInt64(3);
            Cells.Add(box.Cells, rules, Numbers(reader.GetString(1)), times);
            var was = await reader.IsDBNullAsync(2, stop) ? null : Numbers(reader.GetString(2));
            if (was is not null) Cells.Add(box.Cells, rules, was, -times);
            boxes[reader.GetGuid(0)] = (Math.Max(box.Version, reader.GetInt64(4)), box.Cells, box.Voters + (was is null ? (int)times : 0));
        }
        return [.. boxes.Select(b => new BoxTally(b.Key, b.Value.Version, b.Value.Cells, b.Value.Voters))];
    }

    /// <summary>The count by the voters' marks, with the version of the boxes at the same moment: the second opinion beside <see cref="Boxes(Guid, PollRules, CancellationToken)"/>.</summary>
    public async Task<Count> Marks(Guid poll, PollRules rules, CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        return await Marks(connection, poll, rules, stop);
    }

    /// <inheritdoc cref="Marks(Guid, PollRules, CancellationToken)"/>
    internal static async Task<Count> Marks(NpgsqlConnection connection, Guid poll, PollRules rules, CancellationToken stop)
    {
        if (rules.Secret)
        {
            var marks = await SecretMarks(connection, poll, stop);
            return new Count(marks, new long[Cells.Count(rules)], marks);
        }
        await using var command = new NpgsqlCommand($"""
            select choice, count(*), (select coalesce(sum(s.version), 0) from halls.boxes b join {HubStore.Schema}.mt_streams s on s.id = b.box where b.poll = $1)::bigint
            from halls.ballot_marks where poll = $1 group by choice
            """, connection) { CommandTimeout = 30 };
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = poll });
        var (cells, voters, version) = (new long[Cells.Count(rules)], 0L, 0L);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var times = reader.GetInt64(1);
            Cells.Add(cells, rules, await reader.GetFieldValueAsync<int[]>(0, stop), times);
            voters += times;
            version = reader.GetInt64(2);
        }
        return new Count(version, cells, (int)voters);
    }

    private static async Task<int> SecretMarks(NpgsqlConnection connection, Guid poll, CancellationToken stop)
    {
        var table = HallTables.SecretBox(poll).Marks;
        await using var exists = new NpgsqlCommand("select to_regclass($1) is not null", connection);
        exists.Parameters.AddWithValue(table);
        if (await exists.ExecuteScalarAsync(stop) is not true) return 0;
        await using var count = new NpgsqlCommand($"select count(*)::int from {table}", connection);
        return (int)(await count.ExecuteScalarAsync(stop))!;
    }

    private static int[] Numbers(string json) => System.Text.Json.JsonSerializer.Deserialize<int[]>(json) ?? [];
}
