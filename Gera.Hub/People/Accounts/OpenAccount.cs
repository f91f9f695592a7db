using System.Text.Json;
using Gera.Hub.People.Grants;
using Gera.Hub.People.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts;

/// <summary>Somebody wants an account. It exists only once the link in the mail has been used, so nobody can hold another's address.</summary>
/// <param name="Rules">Whether they agreed to the rules.</param>
/// <param name="Language">Of the page, and from then on of the mails.</param>
public sealed record OpenAccount(string? Mail, string? Name, string? Password, bool Rules, string Language) : IWish<Done>;

/// <summary>What waits for its confirmation, kept with the code.</summary>
public sealed record PendingAccount(string Mail, string Name, string Hash, string Language, string Rules, DateTimeOffset At);

public sealed class OpenAccountVerb(PeopleDb db, OneTimeCodes codes, Outbox outbox, IPasswordHasher<HubUser> hasher, ILookupNormalizer normalizer, LogInGate gate, RunSettings settings) : IVerb<OpenAccount, Done>
{
    /// <summary>Purpose of the code.</summary>
    public const string Purpose = "confirm";

    public static readonly TimeSpan Life = TimeSpan.FromDays(2);

    public Permission Needs => Permission.Anyone;

    // A whole school may register from one address within an hour.
    public Pace? Pace => new(30, 300, TimeSpan.FromHours(1));

    public async Task<Answer<Done>> Do(OpenAccount wish, Deed deed)
    {
        if (!settings.IsOn(RunSettings.Registration)) return AccountRefusals.RegistrationClosed;
        var refusal = AccountRules.Mail(wish.Mail) ?? AccountRules.Name(wish.Name) ?? AccountRules.Password(wish.Password, wish.Mail, wish.Name) ?? (wish.Rules ? null : AccountRefusals.RulesNotAccepted);
        if (refusal is not null) return refusal;
        var (mail, name) = (wish.Mail!.Trim(), Text.Clean(wish.Name!));
        string hash;
        using (await gate.Wait(deed.Stop)) hash = hasher.HashPassword(new HubUser(), wish.Password!);

        // From here on known and unknown addresses do about the same, and are told the same.
        var normalized = normalizer.NormalizeEmail(mail);
        var known = await db.Users.Where(u => u.NormalizedEmail == normalized).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(deed.Stop);
        if (known is { } account)
        {
            outbox.Post(deed.Session, new Letter(AccountMails.KnownAddress, new { }, account, Key: $"{AccountMails.KnownAddress}:{account}:{deed.Now:yyyyMMddHH}"));
            return default(Done);
        }
        var hourAgo = deed.Now - TimeSpan.FromHours(1);
        var lately = await db.Database.SqlQuery<int>($"""select count(*)::int as "Value" from people.codes where "Purpose" = {Purpose} and "At" > {hourAgo} and upper("Data"->>'mail') = {normalized}""").SingleAsync(deed.Stop);
        if (lately >= AccountRules.MailsAnHour) return default(Done);
        var code = OneTimeCodes.NewLink();
        db.Codes.Add(codes.Make(Purpose, code, Life, data: JsonSerializer.Serialize(new PendingAccount(mail, name, hash, wish.Language, AccountRules.RulesVersion, deed.Now), JsonSerializerOptions.Web)));
        outbox.Post(db, new Letter(AccountMails.Confirm, new { code, name }, Address: mail, Language: wish.Language));
        await db.SaveChangesAsync(deed.Stop);
        return default(Done);
    }
}
