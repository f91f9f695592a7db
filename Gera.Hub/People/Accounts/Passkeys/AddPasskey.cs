using Gera.Hub.People.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts.Passkeys;

/// <summary>Another key for the own account.</summary>
/// <param name="Made">The key, checked; null when the check failed.</param>
/// <param name="Name">By which its owner tells it from others.</param>
public sealed record AddPasskey(UserPasskeyInfo? Made, string? Name) : IWish<Done>;

public sealed class AddPasskeyVerb(PeopleDb db, UserManager<HubUser> users, Outbox outbox) : IVerb<AddPasskey, Done>
{
    private const int Most = 20;

    public Permission Needs => Permission.Account;

    public bool OpenToBlocked => true;

    public async Task<Answer<Done>> Do(AddPasskey wish, Deed deed)
    {
        var (id, logIn) = (deed.Person.Id!.Value, deed.Person.LogIn!);
        if (wish.Made is not { } made) return AccountRefusals.PasskeyRefused;
        if (Text.Check(wish.Name, 60, ("Name", "name"), required: false) is { } wrong) return wrong;
        if (await AccountRules.MayChangeKeys(db, deed.Person, deed.Now, deed.Stop) is { } refusal) return refusal;
        if (await db.UserPasskeys.CountAsync(p => p.UserId == id, deed.Stop) >= Most) return AccountRefusals.PasskeysFull;
        made.Name = string.IsNullOrWhiteSpace(wish.Name) ? "Passkey" : Text.Clean(wish.Name);
        await using var all = await db.Database.BeginTransactionAsync(deed.Stop);
        var user = await db.Users.SingleAsync(u => u.Id == id, deed.Stop);
        if (!(await users.AddOrUpdatePasskeyAsync(user, made)).Succeeded) return AccountRefusals.PasskeyRefused;
        // Finger or face were just shown, so this log-in is a strong one now.
        await db.SignIns.Where(s => s.Id == logIn.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Strong, true), deed.Stop);
        outbox.Post(db, new Letter(AccountMails.KeysChanged, new { what = "passkeyAdded", at = deed.Now }, id));
        await db.SaveChangesAsync(deed.Stop);
        await all.CommitAsync(deed.Stop);
        return default(Done);
    }
}
