using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts;

/// <summary>Ends one of the own log-ins, or all of them, this one included.</summary>
/// <param name="One">Which; null for all.</param>
public sealed record EndSignIns(Guid? One) : IWish<Done>;

public sealed class EndSignInsVerb(PeopleDb db) : IVerb<EndSignIns, Done>
{
    public Permission Needs => Permission.Account;

    public bool OpenToBlocked => true;

    public async Task<Answer<Done>> Do(EndSignIns wish, Deed deed)
    {
        var own = db.SignIns.Where(s => s.UserId == deed.Person.Id);
        if (wish.One is { } one) own = own.Where(s => s.Id == one);
        return await own.ExecuteDeleteAsync(deed.Stop) > 0 ? default(Done) : Refusals.NotFound;
    }
}
