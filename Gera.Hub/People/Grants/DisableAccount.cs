namespace Gera.Hub.People.Grants;

/// <summary>Switches an account off: nobody can log in with it, and what is open on any device can do nothing more.</summary>
public sealed record DisableAccount(Guid Person) : IWish<Done>;

internal sealed class DisableAccountVerb : IVerb<DisableAccount, Done>
{
    public Permission Needs => Permission.Administer;

    public Task<Scope?> ScopeOf(DisableAccount wish, Deed deed) => deed.OfPerson(wish.Person);

    public async Task<Answer<Done>> Do(DisableAccount wish, Deed deed)
    {
        if (wish.Person == deed.Person.Id) return GrantRefusals.OwnAccount;
        if (await deed.Holds(wish.Person, Role.Administrator) && !await deed.AnotherAdministrator(wish.Person)) return GrantRefusals.LastAdministrator;
        deed.Write("update people.users set \"Disabled\" = true where \"Id\" = ?", wish.Person);
        deed.Write("delete from people.sign_ins where \"UserId\" = ?", wish.Person);
        return new Done();
    }
}
