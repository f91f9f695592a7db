using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts.Factors;

/// <summary>Ten new recovery codes; those printed before are worth nothing.</summary>
public sealed record RenewRecoveryCodes : IWish<RecoverySheet>;

public sealed class RenewRecoveryCodesVerb(PeopleDb db, SecondFactor factor) : IVerb<RenewRecoveryCodes, RecoverySheet>
{
    public Permission Needs => Permission.Account;

    public bool OpenToBlocked => true;

    public Pace? Pace => new(10, 300, TimeSpan.FromHours(1));

    public async Task<Answer<RecoverySheet>> Do(RenewRecoveryCodes wish, Deed deed)
    {
        var id = deed.Person.Id!.Value;
        if (!await db.Users.AnyAsync(u => u.Id == id && u.TwoFactorEnabled, deed.Stop)) return AccountRefusals.FactorOff;
        if (await AccountRules.MayChangeKeys(db, deed.Person, deed.Now, deed.Stop) is { } refusal) return refusal;
        await using var all = await db.Database.BeginTransactionAsync(deed.Stop);
        var made = await factor.NewRecoveryCodes(id, deed.Stop);
        await db.SaveChangesAsync(deed.Stop);
        await all.CommitAsync(deed.Stop);
        return made;
    }
}
