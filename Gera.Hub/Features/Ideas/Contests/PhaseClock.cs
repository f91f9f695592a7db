using Gera.Hub.People;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Contests;

/// <summary>Begins and ends phases at their times. Every process looks; the phase's row lets one of them move it.</summary>
internal sealed class PhaseClock(HubDatabase database, Door door, TimeProvider clock, ILogger<PhaseClock> log) : Rounds(Tick, clock, log)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task Look(CancellationToken stop)
    {
        foreach (var move in await Due(stop)) await door.Send<MovePhase, Done>(move, Caller.Clock, stop);
    }

    private async Task<List<MovePhase>> Due(CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(
            """
            select contest, category, phase, state = 0 and (closes_at is null or closes_at > $1), opens_at, closes_at from ideas.phases
            where state = 0 and opens_at <= $1 or state < 2 and closes_at <= $1 order by least(opens_at, closes_at) limit 50
            """);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = Clock.GetUtcNow() });
        var due = new List<MovePhase>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var open = reader.GetBoolean(3);
            due.Add(new MovePhase(reader.GetGuid(0), reader.GetString(1), (Phase)reader.GetInt16(2), open, await reader.GetFieldValueAsync<DateTimeOffset>(open ? 4 : 5, stop)));
        }
        return due;
    }
}
