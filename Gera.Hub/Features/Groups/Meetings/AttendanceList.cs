using Gera.Hub.People;
using Marten;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>A person as leaders see them.</summary>
public sealed record NamedPerson(Guid Id, string Name, bool WasThere);

/// <summary>Who was at a meeting, for its leaders.</summary>
public sealed class AttendanceList(IDocumentStore store, PeopleReads reads)
{
    /// <summary>Members, and whoever was there and left since, by name.</summary>
    public async Task<IReadOnlyList<NamedPerson>> Of(Meeting about, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var members = await Marten.QueryableExtensions.ToListAsync(session.Query<GroupMember>().Where(m => m.Group == about.Group).Select(m => m.Person), stop);
        var there = (await Marten.QueryableExtensions.ToListAsync(session.Query<Attendee>().Where(a => a.Meeting == about.Id).Select(a => a.Person), stop)).ToHashSet();
        return [.. (await Names([.. members.Union(there)], stop)).Select(p => new NamedPerson(p.Id, p.Name, there.Contains(p.Id)))];
    }

    /// <summary>Names of accounts that are still there.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> Names(Guid[] people, CancellationToken stop) =>
        [.. (await reads.Read(db => db.Users.Where(u => people.Contains(u.Id)).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToArrayAsync(stop))).Select(u => (u.Id, u.DisplayName))];
}
