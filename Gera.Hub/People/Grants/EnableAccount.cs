namespace Gera.Hub.People.Grants;

/// <summary>Switches an account on again; its person logs in anew.</summary>
public sealed record EnableAccount(Guid Person) : IWish<Done>;

internal sealed class EnableAccountVerb : IVerb<EnableAccount, Done>
{
    public Permission Needs => Permission.Administer;

    public Task<Scope?> ScopeOf(EnableAccount wish, Deed deed) => deed.OfPerson(wish.Person);

    public Task<Answer<Done>> Do(EnableAccount wish, Deed deed)
    {
        deed.Write("update people.users set \"Disabled\" = false where \"Id\" = ?", wish.Person);
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
