using Gera.Hub.People;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Looks each second for announcements whose moment has passed. Every process looks; the stream's version lets one of them tell.</summary>
internal sealed class PressClock(HubDatabase database, Door door, TimeProvider clock, ILogger<PressClock> log) : Rounds(Tick, clock, log)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task Look(CancellationToken stop)
    {
        foreach (var due in await Due(stop)) await door.Send<TellAnnouncement, Done>(new TellAnnouncement(due), Caller.Clock, stop);
    }

    private async Task<List<Guid>> Due(CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select a.id from {PressSight.Table} a where {PressSight.Listed} and not a.is_told order by a.publish_at limit 20");
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", Clock.GetUtcNow()));
        var due = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) due.Add(reader.GetGuid(0));
        return due;
    }
}
