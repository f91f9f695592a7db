using Gera.Hub.People.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts;

/// <summary>A new password for the own account. Ends all other log-ins.</summary>
public sealed record ChangePassword(string? Password) : IWish<Done>;

public sealed class ChangePasswordVerb(PeopleDb db, Outbox outbox, IPasswordHasher<HubUser> hasher, LogInGate gate) : IVerb<ChangePassword, Done>
{
    public Permission Needs => Permission.Account;

    public bool OpenToBlocked => true;

    public Pace? Pace => new(20, 300, TimeSpan.FromHours(1));

    public async Task<Answer<Done>> Do(ChangePassword wish, Deed deed)
    {
        var (id, logIn) = (deed.Person.Id!.Value, deed.Person.LogIn!);
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == id, deed.Stop);
        var refusal = AccountRules.Password(wish.Password, user.Email, user.DisplayName) ?? (user.Demo ? AccountRefusals.DemoKeeps : null) ?? await AccountRules.MayChangeKeys(db, deed.Person, deed.Now, deed.Stop);
        if (refusal is not null) return refusal;
        string hash;
        using (await gate.Wait(deed.Stop)) hash = hasher.HashPassword(new HubUser(), wish.Password!);
        await using var all = await db.Database.BeginTransactionAsync(deed.Stop);
        await db.SetPassword(id, hash, deed.Stop);
        await db.SignIns.Where(s => s.UserId == id && s.Id != logIn.Id).ExecuteDeleteAsync(deed.Stop);
        outbox.Post(db, new Letter(AccountMails.PasswordChanged, new { at = deed.Now }, id));
        await db.SaveChangesAsync(deed.Stop);
        await all.CommitAsync(deed.Stop);
        return default(Done);
    }
}
