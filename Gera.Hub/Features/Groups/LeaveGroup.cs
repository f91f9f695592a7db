using Gera.Hub.Features.Groups.Members;
using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Groups;

/// <summary>Is no longer a member of a working group, nor asks to be one, and no longer follows it.</summary>
/// <param name="Group">One of <see cref="WorkingGroup.All"/>.</param>
public sealed record LeaveGroup(string? Group) : IWish<Done>;

internal sealed class LeaveGroupVerb : IVerb<LeaveGroup, Done>
{
    public Permission Needs => Permission.Account;

    public bool OpenToBlocked => true;

    public Task<Scope?> ScopeOf(LeaveGroup wish, Deed deed) => Task.FromResult(GroupScope.Of(wish.Group));

    public Task<Answer<Done>> Do(LeaveGroup wish, Deed deed)
    {
        var (group, me) = (wish.Group!, deed.Person.Id!.Value);
        deed.Session.Delete<GroupMember>(GroupMember.Key(group, me));
        deed.Session.Delete<GroupRequest>(GroupMember.Key(group, me));
        deed.Session.QueueSqlCommand("delete from people.follows where \"UserId\" = ? and \"Target\" = ?", me, GroupScope.Topic(group));
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
