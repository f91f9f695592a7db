using Gera.Hub.People.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts.Factors;

/// <summary>An app's code shows that it has the key: from now on the account asks for one at each log-in with the password.</summary>
/// <param name="Key">The sealed key out of the form.</param>
public sealed record TurnOnSecondFactor(string? Key, string? Code) : IWish<RecoverySheet>;

public sealed class TurnOnSecondFactorVerb(PeopleDb db, SecondFactor factor, FactorKeys keys, Outbox outbox) : IVerb<TurnOnSecondFactor, RecoverySheet>
{
    public Permission Needs => Permission.Account;

    public bool OpenToBlocked => true;

    public Pace? Pace => new(30, 300, TimeSpan.FromMinutes(15));

    /// <summary>The recovery codes are told once.</summary>
    public async Task<Answer<RecoverySheet>> Do(TurnOnSecondFactor wish, Deed deed)
    {
        var (id, logIn) = (deed.Person.Id!.Value, deed.Person.LogIn!);
        if (keys.OpenSetUp(id, wish.Key) is not { } key || Totp.Match(key, wish.Code, deed.Now) is not { } step) return AccountRefusals.FactorWrong;
        if (await AccountRules.MayChangeKeys(db, deed.Person, deed.Now, deed.Stop) is { } refusal) return refusal;
        await using var all = await db.Database.BeginTransactionAsync(deed.Stop);
        await db.UserTokens.Where(t => t.UserId == id && t.LoginProvider == SecondFactor.Provider).ExecuteDeleteAsync(deed.Stop);
        db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = id, LoginProvider = SecondFactor.Provider, Name = SecondFactor.Key, Value = keys.Seal(key) });
        // The code just shown has been used.
        db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = id, LoginProvider = SecondFactor.Provider, Name = SecondFactor.LastStep, Value = step.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        await db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(u => u.SetProperty(x => x.TwoFactorEnabled, true), deed.Stop);
        await db.SignIns.Where(s => s.Id == logIn.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Strong, true), deed.Stop);
        var made = await factor.NewRecoveryCodes(id, deed.Stop);
        outbox.Post(db, new Letter(AccountMails.KeysChanged, new { what = "factorOn", at = deed.Now }, id));
        await db.SaveChangesAsync(deed.Stop);
        await all.CommitAsync(deed.Stop);
        return made;
    }
}

/// <summary>Recovery codes, told once and to be printed.</summary>
public sealed record RecoverySheet(IReadOnlyList<string> Codes);
