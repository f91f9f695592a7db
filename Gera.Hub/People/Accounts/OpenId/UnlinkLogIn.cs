using Gera.Hub.People.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts.OpenId;

/// <summary>An identity opens the own account no longer.</summary>
/// <param name="Mark">Which one, see <see cref="ProvenIdentity.Mark"/>.</param>
public sealed record UnlinkLogIn(string? Mark) : IWish<Done>;

internal sealed class UnlinkLogInVerb(PeopleDb db, Outbox outbox) : IVerb<UnlinkLogIn, Done>
{
    public Permission Needs => Permission.Account;

    public bool OpenToBlocked => true;

    public async Task<Answer<Done>> Do(UnlinkLogIn wish, Deed deed)
    {
        var id = deed.Person.Id!.Value;
        var own = await db.UserLogins.AsNoTracking().Where(l => l.UserId == id).ToListAsync(deed.Stop);
        if (own.FirstOrDefault(l => ProvenIdentity.Mark(l.LoginProvider, l.ProviderKey) == wish.Mark) is not { } login) return Refusals.NotFound;
        if (await AccountRules.MayChangeKeys(db, deed.Person, deed.Now, deed.Stop) is { } refusal) return refusal;
        await using var all = await db.Database.BeginTransactionAsync(deed.Stop);
        await AccountRules.Alone(db, id, deed.Stop);
        await db.UserLogins.Where(l => l.LoginProvider == login.LoginProvider && l.ProviderKey == login.ProviderKey && l.UserId == id).ExecuteDeleteAsync(deed.Stop);
        if (!await AccountRules.HasWay(db, id, deed.Stop)) return AccountRefusals.LastWay;
        outbox.Post(db, new Letter(AccountMails.KeysChanged, new { what = "logInUnlinked", at = deed.Now }, id));
        await db.SaveChangesAsync(deed.Stop);
        await all.CommitAsync(deed.Stop);
        return default(Done);
    }
}
