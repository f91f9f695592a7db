using System.Text.Json;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>One version of an announcement's words.</summary>
/// <param name="Note">Said with a correction; null otherwise.</param>
/// <param name="By">Account of whoever wrote it.</param>
public sealed record PressVersion(int Version, AnnouncementWords Words, string? Note, Guid By, DateTimeOffset At);

/// <summary>What somebody typed and has not saved.</summary>
public sealed record PressDraft(int Version, AnnouncementWords Words, DateTimeOffset At);

/// <summary>What the press desk sees: everything, whatever its state. Pages ask for the permission first.</summary>
public sealed class PressDesk(IDocumentStore store, HubDatabase database, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>One page of a state, the last changed first, and how many there are.</summary>
    public async Task<(IReadOnlyList<Announcement> Page, int All)> Of(PressState state, int page, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var now = clock.GetUtcNow();
        var all = session.Query<Announcement>().Where(a => a.State == state);
        // What had its moment is out, whether or not somebody was told of it yet.
        if (state == PressState.Scheduled) all = all.Where(a => a.PublishAt > now);
        if (state == PressState.Published) all = session.Query<Announcement>().Where(a => (a.State == PressState.Published || a.State == PressState.Scheduled) && a.PublishAt <= now);
        var count = await all.CountAsync(stop);
        return (await all.OrderByDescending(a => a.ChangedAt).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(stop), count);
    }

    /// <summary>How many there are of each state.</summary>
    public async Task<IReadOnlyDictionary<PressState, int>> Counts(CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select case when a.state = 'Scheduled' and a.publish_at <= @now then 'Published' else a.state end, count(*)::int from {PressSight.Table} a group by 1");
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        var counts = new Dictionary<PressState, int>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) counts[Enum.Parse<PressState>(reader.GetString(0))] = reader.GetInt32(1);
        return counts;
    }

    public async Task<Announcement?> One(Guid id, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Announcement>(id, stop);
    }

    /// <summary>Every version of its words, the first first.</summary>
    public async Task<IReadOnlyList<PressVersion>> Versions(Guid id, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var versions = new List<PressVersion>();
        foreach (var e in await session.Events.FetchStreamAsync(id, token: stop))
            if (e.Data switch
            {
                AnnouncementStarted d => new PressVersion(1, d.Words, null, d.By, d.At),
                AnnouncementRewritten d => new PressVersion(versions.Count + 1, d.Words, null, d.By, d.At),
                AnnouncementCorrected d => new PressVersion(versions.Count + 1, d.Words, d.Note, d.By, d.At),
                _ => null,
            } is { } version) versions.Add(version);
        return versions;
    }

    /// <summary>As it stood then: its words and where it was; null when it did not exist.</summary>
    public async Task<Announcement?> AsOf(Guid id, DateTimeOffset at, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.Events.AggregateStreamAsync<Announcement>(id, timestamp: at, token: stop);
    }

    /// <summary>What this person typed and has not saved; null when there is nothing.</summary>
    public async Task<PressDraft?> Draft(Guid id, Guid person, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select version, words::text, at from portal.press_drafts where announcement = $1 and person = $2");
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(person);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop)
            ? new PressDraft(reader.GetInt32(0), JsonSerializer.Deserialize<AnnouncementWords>(reader.GetString(1), JsonSerializerOptions.Web)!, await reader.GetFieldValueAsync<DateTimeOffset>(2, stop))
            : null;
    }
}
