using Marten;

namespace Gera.Hub.Features.Groups.Tasks;

/// <summary>Tasks of a group, for those who belong to it.</summary>
public sealed class TaskBoard(IDocumentStore store)
{
    /// <summary>What is open, the next first, then what was done last.</summary>
    public async Task<IReadOnlyList<GroupTask>> Of(string group, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var open = await session.Query<GroupTask>().Where(t => t.Group == group && t.DoneAt == null).OrderBy(t => t.RemindAt).Take(100).ToListAsync(stop);
        var done = await session.Query<GroupTask>().Where(t => t.Group == group && t.DoneAt != null).OrderByDescending(t => t.DoneAt).Take(5).ToListAsync(stop);
        return [.. open, .. done];
    }

    public async Task<IReadOnlyList<GroupTask>> For(Guid person, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.Query<GroupTask>().Where(t => t.Person == person).OrderByDescending(t => t.RemindAt).Take(100).ToListAsync(stop);
    }

    public async Task<bool> IsAnyDue(DateTimeOffset now, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await ToRemind(session, now).AnyAsync(stop);
    }

    internal static IQueryable<GroupTask> ToRemind(IQuerySession session, DateTimeOffset now) =>
        session.Query<GroupTask>().Where(t => t.DoneAt == null && t.RemindedAt == null && t.Person != null && t.RemindAt <= now);
}
