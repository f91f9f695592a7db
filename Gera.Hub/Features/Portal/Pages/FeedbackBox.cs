using Marten;

namespace Gera.Hub.Features.Portal.Pages;

/// <summary>Reads what people wrote to the city.</summary>
public sealed class FeedbackBox(IDocumentStore store)
{
    private const int Most = 200;

    /// <summary>What a link shows; null when there is none of that secret.</summary>
    public async Task<Feedback?> Behind(string? secret, CancellationToken stop)
    {
        if (secret is not { Length: 26 }) return null;
        var hash = GiveFeedbackVerb.Hash(secret);
        await using var session = store.QuerySession();
        return await session.Query<Feedback>().Where(f => f.Secret == hash).FirstOrDefaultAsync(stop);
    }

    public async Task<Feedback?> One(Guid id, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Feedback>(id, stop);
    }

    /// <summary>The open ones first, the oldest of them on top; then the answered, the newest on top.</summary>
    public async Task<IReadOnlyList<Feedback>> All(CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var open = await session.Query<Feedback>().Where(f => f.AnsweredAt == null).OrderBy(f => f.Id).Take(Most).ToListAsync(stop);
        var answered = await session.Query<Feedback>().Where(f => f.AnsweredAt != null).OrderByDescending(f => f.AnsweredAt).Take(Most).ToListAsync(stop);
        return [.. open, .. answered];
    }
}
