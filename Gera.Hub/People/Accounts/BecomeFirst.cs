using Gera.Hub.People.Grants;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gera.Hub.People.Accounts;

/// <summary>The first administrator, by the code out of the log. Works as long as there is none.</summary>
public sealed record BecomeFirst(string? Code, string? Mail, string? Name, string? Password, string Language) : IWish<Done>;

public sealed class BecomeFirstVerb(PeopleDb db, OneTimeCodes codes, FirstStart start, IPasswordHasher<HubUser> hasher, ILookupNormalizer normalizer, LogInGate gate) : IVerb<BecomeFirst, Done>
{
    public Permission Needs => Permission.Anyone;

    // Nobody types this code as often as that; a guess has 59 bits against it.
    public Pace? Pace => new(20, 20, TimeSpan.FromHours(1));

    public async Task<Answer<Done>> Do(BecomeFirst wish, Deed deed)
    {
        if (await start.HasAdministrator(deed.Stop)) return Refusals.NotFound;
        if ((AccountRules.Mail(wish.Mail) ?? AccountRules.Name(wish.Name) ?? AccountRules.Password(wish.Password, wish.Mail, wish.Name)) is { } refusal) return refusal;
        string hash;
        using (await gate.Wait(deed.Stop)) hash = hasher.HashPassword(new HubUser(), wish.Password!);
        await using var all = await db.Database.BeginTransactionAsync(deed.Stop);
        // Several starts printed several codes: one at a time, so that only one makes a first administrator.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('first-start'))", deed.Stop);
        if (await start.HasAdministrator(deed.Stop)) return Refusals.NotFound;
        if (await codes.Take(FirstStart.Purpose, wish.Code, null, deed.Stop, (NpgsqlConnection)db.Database.GetDbConnection()) is null) return Refusals.CodeInvalid;
        var (mail, normalized) = (wish.Mail!.Trim(), normalizer.NormalizeEmail(wish.Mail!.Trim()));
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == normalized, deed.Stop)) return AccountRefusals.AccountExists;
        var user = NewUser.Of(mail, Text.Clean(wish.Name!), hash, wish.Language, deed.Now, normalizer);
        db.Users.Add(user);
        db.Grants.Add(new Grant { Id = deed.NewId(), UserId = user.Id, Role = Role.Administrator, Reason = "first start", At = deed.Now });
        await db.SaveChangesAsync(deed.Stop);
        await db.Codes.Where(c => c.Purpose == FirstStart.Purpose).ExecuteDeleteAsync(deed.Stop);
        await all.CommitAsync(deed.Stop);
        return default(Done);
    }
}
