using System.Diagnostics;
using Gera.Hub.People.Grants;
using Gera.Hub.People.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts;

/// <summary>Somebody wants a link to set a new password. The answer does not tell whether the address has an account.</summary>
public sealed record ForgotPassword(string? Mail) : IWish<Done>;

public sealed class ForgotPasswordVerb(PeopleDb db, OneTimeCodes codes, Outbox outbox, ILookupNormalizer normalizer) : IVerb<ForgotPassword, Done>
{
    public const string Purpose = "reset";

    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>Every answer takes at least so long, which hides the few milliseconds that writing a mail takes.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(200);

    public Permission Needs => Permission.Anyone;

    public Pace? Pace => new(20, 200, TimeSpan.FromHours(1));

    public async Task<Answer<Done>> Do(ForgotPassword wish, Deed deed)
    {
        if (AccountRules.Mail(wish.Mail) is { } refusal) return refusal;
        var began = Stopwatch.GetTimestamp();
        var normalized = normalizer.NormalizeEmail(wish.Mail!.Trim());
        var user = await db.Users.Where(u => u.NormalizedEmail == normalized && !u.Disabled && !u.Demo).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(deed.Stop);
        var hourAgo = deed.Now - TimeSpan.FromHours(1);
        var lately = await db.Codes.CountAsync(c => c.UserId == user && c.Purpose == Purpose && c.At > hourAgo, deed.Stop);
        if (user is not null && lately < AccountRules.MailsAnHour)
        {
            var code = OneTimeCodes.NewLink();
            db.Codes.Add(codes.Make(Purpose, code, Life, user));
            outbox.Post(db, new Letter(AccountMails.Reset, new { code }, user));
            await db.SaveChangesAsync(deed.Stop);
        }
        if (Least - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } rest) await Task.Delay(rest, deed.Stop);
        return default(Done);
    }
}
