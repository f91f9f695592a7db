using Gera.Hub.Features.Groups.Meetings;
using Marten;

namespace Gera.Hub.Features.Groups.Members;

/// <summary>Who belongs to a group and who asks to, for its leaders.</summary>
public sealed class RequestList(IDocumentStore store, AttendanceList names, GroupBoard groups)
{
    public async Task<IReadOnlyList<(Guid Id, string Name)>> Asking(string group, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await names.Names([.. await session.Query<GroupRequest>().Where(r => r.Group == group).OrderBy(r => r.At).Take(200).Select(r => r.Person).ToListAsync(stop)], stop);
    }

    /// <summary>Members and leaders, to give a task to.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> Everyone(string group, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var members = await session.Query<GroupMember>().Where(m => m.Group == group).Take(1_000).Select(m => m.Person).ToListAsync(stop);
        return await names.Names([.. members.Union(await groups.Leaders(group, stop))], stop);
    }
}
