using Gera.Hub.People;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Contests;

/// <summary>The row between a wish and the end of a phase: wishes hold it shared until they are saved, whoever ends the phase waits for them and then has it alone.</summary>
internal static class PhaseGate
{
    /// <summary>Whether the phase is open, and stays so until the deed is saved.</summary>
    public static async Task<bool> Hold(Guid contest, string category, Phase phase, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var hold = Command("select state = 1 and (closes_at is null or closes_at > $4) from ideas.phases where contest = $1 and category = $2 and phase = $3 for share", contest, category, phase, deed);
        hold.Parameters.AddWithValue(deed.Now);
        return await hold.ExecuteScalarAsync(deed.Stop) is true;
    }

    /// <summary>Waits for wishes in flight, and has the phase alone until the deed is saved.</summary>
    public static async Task Take(Guid contest, string category, Phase phase, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var take = Command("select 1 from ideas.phases where contest = $1 and category = $2 and phase = $3 for update", contest, category, phase, deed);
        await take.ExecuteScalarAsync(deed.Stop);
    }

    /// <summary>Writes the row as the deed leaves the phase.</summary>
    public static void Set(Contest contest, Window window, Deed deed) => deed.Session.QueueSqlCommand(
        """
        insert into ideas.phases (contest, category, phase, state, seals, opens_at, closes_at, changed_at) values (?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?)
        on conflict (contest, category, phase) do update set state = excluded.state, seals = excluded.seals, opens_at = excluded.opens_at, closes_at = excluded.closes_at, changed_at = excluded.changed_at
        """,
        contest.Id, window.Category, (short)window.Phase, (short)window.State, contest.Rules.Sealed && window.Phase == Phase.Submission,
        window.OpensAt?.ToString("O")!, window.ClosesAt?.ToString("O")!, deed.Now);

    private static NpgsqlCommand Command(string sql, Guid contest, string category, Phase phase, Deed deed)
    {
        var command = new NpgsqlCommand(sql, deed.Session.Connection);
        command.Parameters.AddWithValue(contest);
        command.Parameters.AddWithValue(category);
        command.Parameters.AddWithValue((short)phase);
        return command;
    }
}
