using Gera.Hub.People;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Contests;

/// <summary>
/// What stands between a wish and the end of a phase: wishes hold the phase shared until they are saved, whoever ends it waits for them and then has it alone.
/// The lock is one with a queue: those who come after the end has knocked wait behind it. Locks on a row have none, and an end could wait as long as wishes kept coming.
/// </summary>
internal static class PhaseGate
{
    private const string Lock = "hashtextextended(concat_ws('/', $1::uuid, $2::text, $3::smallint), 0)";

    /// <summary>Whether the phase is open, and stays so until the deed is saved.</summary>
    public static async Task<bool> Hold(Guid contest, string category, Phase phase, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        // Two statements in one round trip: the second sees what was saved while the first waited.
        await using var hold = new NpgsqlBatch(deed.Session.Connection)
        {
            BatchCommands =
            {
                Command($"select pg_advisory_xact_lock_shared({Lock})", contest, category, phase),
                Command("select state = 1 and (closes_at is null or closes_at > $4) from ideas.phases where contest = $1 and category = $2 and phase = $3 for share", contest, category, phase, deed.Now),
            },
        };
        await using var reader = await hold.ExecuteReaderAsync(deed.Stop);
        await reader.NextResultAsync(deed.Stop);
        return await reader.ReadAsync(deed.Stop) && reader.GetBoolean(0);
    }

    /// <summary>Waits for wishes in flight, and has the phase alone until the deed is saved.</summary>
    public static async Task Take(Guid contest, string category, Phase phase, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var take = new NpgsqlBatch(deed.Session.Connection) { BatchCommands = { Command($"select pg_advisory_xact_lock({Lock})", contest, category, phase) } };
        await take.ExecuteNonQueryAsync(deed.Stop);
    }

    /// <summary>Writes the row as the deed leaves the phase.</summary>
    public static void Set(Contest contest, Window window, Deed deed) => deed.Session.QueueSqlCommand(
        """
        insert into ideas.phases (contest, category, phase, state, seals, opens_at, closes_at, changed_at) values (?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?)
        on conflict (contest, category, phase) do update set state = excluded.state, seals = excluded.seals, opens_at = excluded.opens_at, closes_at = excluded.closes_at, changed_at = excluded.changed_at
        """,
        contest.Id, window.Category, (short)window.Phase, (short)window.State, contest.Rules.Sealed && window.Phase == Phase.Submission,
        window.OpensAt?.ToString("O")!, window.ClosesAt?.ToString("O")!, deed.Now);

    private static NpgsqlBatchCommand Command(string sql, Guid contest, string category, Phase phase, params object[] more)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in (object[])[contest, category, (short)phase, .. more]) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
