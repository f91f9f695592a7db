using Gera.Hub.People.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts.Factors;

/// <summary>The account goes back to the password alone (and its passkeys).</summary>
public sealed record TurnOffSecondFactor : IWish<Done>;

public sealed class TurnOffSecondFactorVerb(PeopleDb db, Outbox outbox) : IVerb<TurnOffSecondFactor, Done>
{
    public Permission Needs => Permission.Account;

    public bool OpenToBlocked => true;

    public async Task<Answer<Done>> Do(TurnOffSecondFactor wish, Deed deed)
    {
        var id = deed.Person.Id!.Value;
        if (!await db.Users.AnyAsync(u => u.Id == id && u.TwoFactorEnabled, deed.Stop)) return AccountRefusals.FactorOff;
        if (await AccountRules.MayChangeKeys(db, deed.Person, deed.Now, deed.Stop) is { } refusal) return refusal;
        await using var all = await db.Database.BeginTransactionAsync(deed.Stop);
        await db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(u => u.SetProperty(x => x.TwoFactorEnabled, false), deed.Stop);
        await db.UserTokens.Where(t => t.UserId == id && t.LoginProvider == SecondFactor.Provider).ExecuteDeleteAsync(deed.Stop);
        await db.Codes.Where(c => c.UserId == id && c.Purpose == SecondFactor.Recovery).ExecuteDeleteAsync(deed.Stop);
        outbox.Post(db, new Letter(AccountMails.KeysChanged, new { what = "factorOff", at = deed.Now }, id));
        await db.SaveChangesAsync(deed.Stop);
        await all.CommitAsync(deed.Stop);
        return default(Done);
    }
}
