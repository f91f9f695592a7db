using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Groups;

/// <summary>Becomes a member of a working group and follows it; once more changes nothing.</summary>
/// <param name="Group">One of <see cref="WorkingGroup.All"/>.</param>
public sealed record JoinGroup(string? Group) : IWish<Done>;

internal sealed class JoinGroupVerb : IVerb<JoinGroup, Done>
{
    public Permission Needs => Permission.Account;

    public Pace? Pace => new(30, 2_000, TimeSpan.FromMinutes(1));

    public Task<Scope?> ScopeOf(JoinGroup wish, Deed deed) => Task.FromResult(GroupScope.Of(wish.Group));

    public async Task<Answer<Done>> Do(JoinGroup wish, Deed deed)
    {
        var (group, me) = (wish.Group!, deed.Person.Id!.Value);
        if (await deed.Session.LoadAsync<GroupMember>(GroupMember.Key(group, me), deed.Stop) is not null) return new Done();
        deed.Session.Store(new GroupMember(GroupMember.Key(group, me), group, me, deed.Now));
        deed.Session.QueueSqlCommand("insert into people.follows (\"UserId\", \"Target\", \"At\") values (?, ?, ?) on conflict do nothing", me, GroupScope.Topic(group), deed.Now);
        return new Done();
    }
}
