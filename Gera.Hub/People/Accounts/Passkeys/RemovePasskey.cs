using Gera.Hub.People.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts.Passkeys;

/// <summary>One of the own keys opens the account no longer.</summary>
/// <param name="Key">Its id, in base64url.</param>
public sealed record RemovePasskey(string? Key) : IWish<Done>;

public sealed class RemovePasskeyVerb(PeopleDb db, Outbox outbox) : IVerb<RemovePasskey, Done>
{
    public Permission Needs => Permission.Account;

    public bool OpenToBlocked => true;

    public async Task<Answer<Done>> Do(RemovePasskey wish, Deed deed)
    {
        var id = deed.Person.Id!.Value;
        if (PasskeyId.Read(wish.Key) is not { } key || !await db.UserPasskeys.AnyAsync(p => p.CredentialId == key && p.UserId == id, deed.Stop)) return Refusals.NotFound;
        if (await AccountRules.MayChangeKeys(db, deed.Person, deed.Now, deed.Stop) is { } refusal) return refusal;
        await using var all = await db.Database.BeginTransactionAsync(deed.Stop);
        await AccountRules.Alone(db, id, deed.Stop);
        await db.UserPasskeys.Where(p => p.CredentialId == key && p.UserId == id).ExecuteDeleteAsync(deed.Stop);
        if (!await AccountRules.HasWay(db, id, deed.Stop)) return AccountRefusals.LastWay;
        outbox.Post(db, new Letter(AccountMails.KeysChanged, new { what = "passkeyRemoved", at = deed.Now }, id));
        await db.SaveChangesAsync(deed.Stop);
        await all.CommitAsync(deed.Stop);
        return default(Done);
    }
}
