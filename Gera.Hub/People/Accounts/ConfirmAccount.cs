using System.Text.Json;
using Gera.Hub.People.Grants;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gera.Hub.People.Accounts;

/// <summary>The link out of the mail is used: now the account exists. Nobody is logged in by it.</summary>
public sealed record ConfirmAccount(string? Code) : IWish<Done>;

public sealed class ConfirmAccountVerb(PeopleDb db, OneTimeCodes codes, ILookupNormalizer normalizer) : IVerb<ConfirmAccount, Done>
{
    public Permission Needs => Permission.Anyone;

    public Pace? Pace => new(60, 600, TimeSpan.FromHours(1));

    public async Task<Answer<Done>> Do(ConfirmAccount wish, Deed deed)
    {
        await using var all = await db.Database.BeginTransactionAsync(deed.Stop);
        if (await codes.Take(OpenAccountVerb.Purpose, wish.Code, null, deed.Stop, (NpgsqlConnection)db.Database.GetDbConnection()) is not { Data: { } data }) return Refusals.CodeInvalid;
        var pending = JsonSerializer.Deserialize<PendingAccount>(data, JsonSerializerOptions.Web)!;
        var normalized = normalizer.NormalizeEmail(pending.Mail);
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == normalized, deed.Stop)) return AccountRefusals.AccountExists;
        var user = NewUser.Of(pending.Mail, pending.Name, pending.Hash, pending.Language, deed.Now, normalizer);
        db.Users.Add(user);
        db.Consents.Add(new Consent { Id = deed.NewId(), UserId = user.Id, Kind = "rules", Version = pending.Rules, At = pending.At });
        await db.SaveChangesAsync(deed.Stop);
        // The address now lives with the account alone; links of other attempts with it, and of forgotten ones, are worth nothing.
        await db.Database.ExecuteSqlAsync($"""delete from people.codes where "Purpose" = {OpenAccountVerb.Purpose} and ("Until" < {deed.Now} or upper("Data"->>'mail') = {normalized})""", deed.Stop);
        await all.CommitAsync(deed.Stop);
        return default(Done);
    }
}
