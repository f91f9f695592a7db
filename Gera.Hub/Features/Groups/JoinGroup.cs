using Gera.Hub.Features.Groups.Members;
using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Marten;

namespace Gera.Hub.Features.Groups;

/// <summary>Becomes a member of a working group and follows it; of a closed one, asks to. Once more changes nothing.</summary>
/// <param name="Group">One of <see cref="WorkingGroup.All"/>.</param>
public sealed record JoinGroup(string? Group) : IWish<Done>;

internal sealed class JoinGroupVerb(Noticeboard board) : IVerb<JoinGroup, Done>
{
    public Permission Needs => Permission.Account;

    public Pace? Pace => new(30, 2_000, TimeSpan.FromMinutes(1));

    public Task<Scope?> ScopeOf(JoinGroup wish, Deed deed) => Task.FromResult(GroupScope.Of(wish.Group));

    public async Task<Answer<Done>> Do(JoinGroup wish, Deed deed)
    {
        var (group, me) = (wish.Group!, deed.Person.Id!.Value);
        var key = GroupMember.Key(group, me);
        if (await deed.Session.LoadAsync<GroupMember>(key, deed.Stop) is not null) return new Done();
        if (GroupBoard.Leads(deed.Person, group) || await deed.Session.LoadAsync<GroupRules>(group, deed.Stop) is not { IsClosed: true })
        {
            Join(group, me, deed);
            deed.Session.Delete<GroupRequest>(key);
            return new Done();
        }
        if (await deed.Session.LoadAsync<GroupRequest>(key, deed.Stop) is not null) return new Done();
        deed.Session.Store(new GroupRequest(key, group, me, deed.Now));
        foreach (var leader in await GroupNotices.Leaders(group, deed)) board.Tell(deed.Session, leader, GroupNotices.Asked, $"group:{group}", new { group }, $"/gruppen/{group}/leitung");
        return new Done();
    }

    internal static void Join(string group, Guid person, Deed deed)
    {
        deed.Session.Store(new GroupMember(GroupMember.Key(group, person), group, person, deed.Now));
        deed.Session.QueueSqlCommand("insert into people.follows (\"UserId\", \"Target\", \"At\") values (?, ?, ?) on conflict do nothing", person, GroupScope.Topic(group), deed.Now);
    }
}
