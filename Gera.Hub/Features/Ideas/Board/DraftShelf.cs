using Marten;

namespace Gera.Hub.Features.Ideas.Board;

/// <summary>What somebody is still writing; only they may ask.</summary>
public sealed class DraftShelf(IDocumentStore store)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<IdeaDraft>> Of(Guid person, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.Query<IdeaDraft>().Where(d => d.Person == person).OrderByDescending(d => d.SavedAt).ToListAsync(stop);
    }
}
