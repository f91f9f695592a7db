using Gera.Hub.People;

namespace Gera.Hub.Features.Groups.Members;

/// <summary>Says whether a group is open to everybody, or its leaders decide. Who is a member stays one.</summary>
public sealed record SetGroupRules(string? Group, bool IsClosed) : IWish<Done>;

internal sealed class SetGroupRulesVerb : IVerb<SetGroupRules, Done>
{
    public Permission Needs => Permission.Lead;

    public Task<Scope?> ScopeOf(SetGroupRules wish, Deed deed) => Task.FromResult(GroupScope.Of(wish.Group));

    public Task<Answer<Done>> Do(SetGroupRules wish, Deed deed)
    {
        deed.Session.Store(new GroupRules(wish.Group!, wish.IsClosed));
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
