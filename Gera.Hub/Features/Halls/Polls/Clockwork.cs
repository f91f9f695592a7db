using Gera.Hub.People;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>Closes polls whose countdown has ended. Every process looks; the poll's row lets one of them close.</summary>
internal sealed class Clockwork(HubDatabase database, Door door, TimeProvider clock, ILogger<Clockwork> log) : Rounds(Tick, clock, log)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    protected override async Task Look(CancellationToken stop)
    {
        foreach (var (poll, due) in await Due(stop)) await door.Send<ClosePoll, Done>(new ClosePoll(poll, due), Caller.Clock, stop);
    }

    private async Task<List<(Guid, DateTimeOffset)>> Due(CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select id, closes_at from halls.polls where state = 1 and closes_at <= $1 limit 20");
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = Clock.GetUtcNow() });
        var due = new List<(Guid, DateTimeOffset)>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) due.Add((reader.GetGuid(0), await reader.GetFieldValueAsync<DateTimeOffset>(1, stop)));
        return due;
    }
}
