using System.Text.Json;
using Gera.Hub.People.Grants;
using Gera.Hub.People.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gera.Hub.People.Accounts;

/// <summary>The link sent to a new address is used: from now on it is the account's.</summary>
public sealed record ConfirmMail(string? Code) : IWish<Done>;

public sealed class ConfirmMailVerb(PeopleDb db, OneTimeCodes codes, Outbox outbox, ILookupNormalizer normalizer) : IVerb<ConfirmMail, Done>
{
    public Permission Needs => Permission.Anyone;

    public Pace? Pace => new(60, 600, TimeSpan.FromHours(1));

    public async Task<Answer<Done>> Do(ConfirmMail wish, Deed deed)
    {
        await using var all = await db.Database.BeginTransactionAsync(deed.Stop);
        if (await codes.Take(ChangeMailVerb.Purpose, wish.Code, null, deed.Stop, (NpgsqlConnection)db.Database.GetDbConnection()) is not { User: { } id, Data: { } data }) return Refusals.CodeInvalid;
        var mail = JsonSerializer.Deserialize<PendingMail>(data, JsonSerializerOptions.Web)!.Mail;
        var normalized = normalizer.NormalizeEmail(mail);
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == normalized && u.Id != id, deed.Stop)) return AccountRefusals.AccountExists;
        var user = await db.Users.SingleAsync(u => u.Id == id, deed.Stop);
        // The old address hears of it, in case somebody else did this; links that went there are worth nothing now.
        outbox.Post(db, new Letter(AccountMails.MailChanged, new { at = deed.Now }, Address: user.Email, Language: user.Language));
        (user.Email, user.NormalizedEmail) = (mail, normalized);
        await db.SaveChangesAsync(deed.Stop);
        await db.Codes.Where(c => c.UserId == id && (c.Purpose == ChangeMailVerb.Purpose || c.Purpose == ForgotPasswordVerb.Purpose)).ExecuteDeleteAsync(deed.Stop);
        await all.CommitAsync(deed.Stop);
        return default(Done);
    }
}
