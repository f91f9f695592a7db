using Gera.Hub.Features.Groups.Members;
using Gera.Hub.People;
using Marten;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.Features.Groups;

/// <summary>A group as its pages show it.</summary>
/// <param name="Theme">LEBEN, WOHNEN or ARBEITEN.</param>
/// <param name="Members">Counted when asked, never kept.</param>
public sealed record GroupView(string Key, string Theme, int Members, IReadOnlyList<string> Leaders);

/// <summary>Groups and their members.</summary>
public sealed class GroupBoard(IDocumentStore store, PeopleReads reads)
{
    private static readonly Dictionary<string, string> Themes = new(StringComparer.Ordinal)
    {
        ["wirtschaft"] = "ARBEITEN",
        ["bildung"] = "LEBEN",
        ["energie"] = "WOHNEN",
        ["stadt"] = "WOHNEN",
        ["buerger"] = "LEBEN",
    };

    /// <summary>LEBEN, WOHNEN or ARBEITEN.</summary>
    public static string ThemeOf(string group) => Themes[group];

    /// <summary>Whether somebody sees and does in a group what its leaders do.</summary>
    public static bool Leads(Person person, string group) => person.Is(Role.Leader, group) || person.Is(Role.Administrator) || person.Is(Role.Clock);

    public async Task<IReadOnlyList<GroupView>> All(CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var members = await Marten.QueryableExtensions.ToListAsync(session.Query<GroupMember>().GroupBy(m => m.Group).Select(g => new { g.Key, Count = g.Count() }), stop);
        var leaders = await reads.Read(people =>
            (from g in people.Grants
             where g.Role == Role.Leader && g.EndedAt == null
             join u in people.Users on g.UserId equals u.Id
             where !u.Disabled
             orderby g.At
             select new { g.Scope, u.DisplayName }).ToArrayAsync(stop));
        return [.. WorkingGroup.All.Select(key => new GroupView(key, Themes[key], members.FirstOrDefault(m => m.Key == key)?.Count ?? 0, [.. leaders.Where(l => l.Scope == key).Select(l => l.DisplayName)]))];
    }

    public async Task<GroupView?> One(string? key, CancellationToken stop) => WorkingGroup.All.Contains(key) ? (await All(stop)).Single(g => g.Key == key) : null;

    /// <summary>Whether somebody is a member, or leads it.</summary>
    public async Task<bool> Belongs(Person person, string group, CancellationToken stop) => Leads(person, group) || person.Id is { } me && await IsMember(group, me, stop);

    public async Task<bool> IsClosed(string group, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<GroupRules>(group, stop) is { IsClosed: true };
    }

    /// <summary>Whether somebody waits for an answer to be taken in.</summary>
    public async Task<bool> Asks(string group, Guid person, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<GroupRequest>(GroupMember.Key(group, person), stop) is not null;
    }

    /// <summary>Accounts that lead it now.</summary>
    public Task<Guid[]> Leaders(string group, CancellationToken stop) =>
        reads.Read(people => people.Grants.Where(g => g.Role == Role.Leader && g.Scope == group && g.EndedAt == null).Select(g => g.UserId).Distinct().ToArrayAsync(stop));

    public async Task<bool> IsMember(string group, Guid person, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<GroupMember>(GroupMember.Key(group, person), stop) is not null;
    }
}
