using Marten;

namespace Gera.Hub.Features.Portal.Voices;

/// <summary>Reads voices.</summary>
public sealed class VoiceBoard(IDocumentStore store)
{
    /// <summary>In their order; hidden ones only for editors.</summary>
    public async Task<IReadOnlyList<Voice>> All(bool hiddenToo, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.Query<Voice>().Where(v => v.IsPublic || hiddenToo).OrderBy(v => v.Place).ThenBy(v => v.Id).Take(200).ToListAsync(stop);
    }

    /// <summary>Null for what a stranger may not know of.</summary>
    public async Task<Voice?> Shown(string slug, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.Query<Voice>().Where(v => v.Slug == slug && v.IsPublic).FirstOrDefaultAsync(stop);
    }

    public async Task<Voice?> One(Guid id, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Voice>(id, stop);
    }
}
