using Marten;

namespace Gera.Hub.Features.Ideas.Board;

/// <summary>The contests. There are few, so they are read whole.</summary>
public sealed class ContestList(IDocumentStore store)
{
    public async Task<Contest?> One(string key, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.Query<Contest>().FirstOrDefaultAsync(c => c.Key == key, stop);
    }

    /// <summary>As it stood then; null when it was not there yet.</summary>
    public async Task<Contest?> AsOf(Guid id, DateTimeOffset at, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.Events.AggregateStreamAsync<Contest>(id, timestamp: at, token: stop);
    }

    /// <summary>Newest first, the idea box last.</summary>
    public async Task<IReadOnlyList<Contest>> All(CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return [.. (await session.Query<Contest>().ToListAsync(stop)).OrderBy(c => c.IsBox).ThenByDescending(c => c.At)];
    }
}
