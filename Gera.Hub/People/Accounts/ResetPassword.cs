using Gera.Hub.People.Grants;
using Gera.Hub.People.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gera.Hub.People.Accounts;

/// <summary>A new password by the link out of the mail. Ends every log-in there is.</summary>
public sealed record ResetPassword(string? Code, string? Password) : IWish<Done>;

public sealed class ResetPasswordVerb(PeopleDb db, OneTimeCodes codes, Outbox outbox, IPasswordHasher<HubUser> hasher, LogInGate gate) : IVerb<ResetPassword, Done>
{
    public Permission Needs => Permission.Anyone;

    public Pace? Pace => new(30, 300, TimeSpan.FromHours(1));

    public async Task<Answer<Done>> Do(ResetPassword wish, Deed deed)
    {
        if (AccountRules.Password(wish.Password) is { } refusal) return refusal;
        string hash;
        using (await gate.Wait(deed.Stop)) hash = hasher.HashPassword(new HubUser(), wish.Password!);
        await using var all = await db.Database.BeginTransactionAsync(deed.Stop);
        if (await codes.Take(ForgotPasswordVerb.Purpose, wish.Code, null, deed.Stop, (NpgsqlConnection)db.Database.GetDbConnection()) is not { User: { } id }) return Refusals.CodeInvalid;
        await db.SetPassword(id, hash, deed.Stop);
        await db.SignIns.Where(s => s.UserId == id).ExecuteDeleteAsync(deed.Stop);
        await db.Codes.Where(c => c.UserId == id && c.Purpose == ForgotPasswordVerb.Purpose).ExecuteDeleteAsync(deed.Stop);
        outbox.Post(db, new Letter(AccountMails.PasswordChanged, new { at = deed.Now }, id));
        await db.SaveChangesAsync(deed.Stop);
        await all.CommitAsync(deed.Stop);
        return default(Done);
    }
}

internal static class Passwords
{
    /// <summary>The new password counts from now on; guesses so far are forgotten, and half-done log-ins with the old one are over.</summary>
    public static Task SetPassword(this PeopleDb db, Guid user, string hash, CancellationToken stop)
    {
        var stamp = NewUser.NewStamp();
        return db.Users.Where(u => u.Id == user).ExecuteUpdateAsync(u => u.SetProperty(x => x.PasswordHash, hash).SetProperty(x => x.SecurityStamp, stamp)
            .SetProperty(x => x.AccessFailedCount, 0).SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null), stop);
    }
}
