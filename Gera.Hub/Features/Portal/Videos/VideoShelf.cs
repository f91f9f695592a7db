using Marten;

namespace Gera.Hub.Features.Portal.Videos;

/// <summary>Reads videos.</summary>
public sealed class VideoShelf(IDocumentStore store)
{
    /// <summary>The newest first; hidden ones only for editors.</summary>
    public async Task<IReadOnlyList<Video>> All(bool hiddenToo, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.Query<Video>().Where(v => v.IsPublic || hiddenToo).OrderByDescending(v => v.At).Take(200).ToListAsync(stop);
    }

    /// <summary>Null for what a stranger may not know of.</summary>
    public async Task<Video?> Shown(string slug, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.Query<Video>().Where(v => v.Slug == slug && v.IsPublic).FirstOrDefaultAsync(stop);
    }

    public async Task<Video?> One(Guid id, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Video>(id, stop);
    }
}
