using Marten;

namespace Gera.Hub.Features.Calendar.Import;

/// <summary>The calendars that are taken in.</summary>
public sealed class FeedBoard(IDocumentStore store)
{
    public async Task<IReadOnlyList<FeedSource>> All(CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return [.. await session.Query<FeedSource>().OrderBy(f => f.Name).ToListAsync(stop)];
    }

    /// <summary>Not asked for since that moment.</summary>
    public async Task<IReadOnlyList<Guid>> Due(DateTimeOffset since, CancellationToken stop) => [.. (await All(stop)).Where(f => f.AskedAt is null || f.AskedAt < since).Select(f => f.Id)];
}
