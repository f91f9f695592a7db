using Gera.Hub.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts;

/// <summary>How the person wants to be seen, and the language of mails and notices.</summary>
public sealed record ChangeProfile(string? Name, string? Language) : IWish<Done>;

public sealed class ChangeProfileVerb(PeopleDb db) : IVerb<ChangeProfile, Done>
{
    public Permission Needs => Permission.Account;

    public Pace? Pace => new(60, 600, TimeSpan.FromHours(1));

    public async Task<Answer<Done>> Do(ChangeProfile wish, Deed deed)
    {
        if (AccountRules.Name(wish.Name) is { } refusal) return refusal;
        if (wish.Language is not (Language.German or Language.English)) return Refusals.Malformed;
        var (id, name) = (deed.Person.Id!.Value, Text.Clean(wish.Name!));
        await db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(u => u.SetProperty(x => x.DisplayName, name).SetProperty(x => x.Language, wish.Language), deed.Stop);
        return default(Done);
    }
}
