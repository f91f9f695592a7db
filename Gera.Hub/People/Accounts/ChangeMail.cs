using System.Text.Json;
using Gera.Hub.People.Grants;
using Gera.Hub.People.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts;

/// <summary>Another address for the own account. It counts once the link sent there has been used.</summary>
public sealed record ChangeMail(string? Mail) : IWish<Done>;

/// <summary>The address that waits for its confirmation, kept with the code.</summary>
public sealed record PendingMail(string Mail);

public sealed class ChangeMailVerb(PeopleDb db, OneTimeCodes codes, Outbox outbox) : IVerb<ChangeMail, Done>
{
    public const string Purpose = "mail";

    public static readonly TimeSpan Life = TimeSpan.FromDays(2);

    public Permission Needs => Permission.Account;

    public bool OpenToBlocked => true;

    public Pace? Pace => new(AccountRules.MailsAnHour, 300, TimeSpan.FromHours(1));

    public async Task<Answer<Done>> Do(ChangeMail wish, Deed deed)
    {
        var id = deed.Person.Id!.Value;
        if (AccountRules.Mail(wish.Mail) is { } wrong) return wrong;
        var user = await db.Users.Where(u => u.Id == id).Select(u => new { u.Demo, u.Language }).SingleAsync(deed.Stop);
        if (user.Demo) return AccountRefusals.DemoKeeps;
        if (await AccountRules.MayChangeKeys(db, deed.Person, deed.Now, deed.Stop) is { } refusal) return refusal;
        var (mail, code) = (wish.Mail!.Trim(), OneTimeCodes.NewLink());
        // Whether the address belongs to another account already is told only to whoever reads its mails.
        db.Codes.Add(codes.Make(Purpose, code, Life, id, JsonSerializer.Serialize(new PendingMail(mail), JsonSerializerOptions.Web)));
        outbox.Post(db, new Letter(AccountMails.ConfirmMail, new { code }, Address: mail, Language: user.Language));
        await db.SaveChangesAsync(deed.Stop);
        return default(Done);
    }
}
