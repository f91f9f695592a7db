using Gera.Hub.People.Accounts;
using Gera.Hub.People.Accounts.Factors;
using Gera.Hub.People.Mail;

namespace Gera.Hub.People.Grants;

/// <summary>Somebody has lost phone and recovery codes: their second factor and passkeys go, the password stays. Roles of staff rest until a new one is set up.</summary>
/// <param name="Reason">At most 300 characters, as the person reads it: how the administrator made sure who asks.</param>
public sealed record ResetSecondFactor(Guid Person, string? Reason) : IWish<Done>;

internal sealed class ResetSecondFactorVerb(Outbox outbox) : IVerb<ResetSecondFactor, Done>
{
    public Permission Needs => Permission.Administer;

    public Task<Scope?> ScopeOf(ResetSecondFactor wish, Deed deed) => deed.OfPerson(wish.Person);

    public async Task<Answer<Done>> Do(ResetSecondFactor wish, Deed deed)
    {
        // One who stole an administrator's open log-in must not make it last.
        if (wish.Person == deed.Person.Id) return GrantRefusals.OwnAccount;
        if (Text.Check(wish.Reason, 300, ("Grund", "reason")) is { } bad) return bad;
        var hasOne = await deed.Find<bool>("""select u."TwoFactorEnabled" or exists (select from people.user_passkeys p where p."UserId" = u."Id") from people.users u where u."Id" = $1 for update of u""", wish.Person);
        if (!hasOne) return GrantRefusals.NoSecondFactor;
        // The new stamp ends the step of whoever has just typed the password.
        deed.Write("""update people.users set "TwoFactorEnabled" = false, "SecurityStamp" = ? where "Id" = ?""", NewUser.NewStamp(), wish.Person);
        deed.Write("""delete from people.user_tokens where "UserId" = ? and "LoginProvider" = ?""", wish.Person, SecondFactor.Provider);
        deed.Write("""delete from people.codes where "UserId" = ? and "Purpose" = ?""", wish.Person, SecondFactor.Recovery);
        deed.Write("""delete from people.user_passkeys where "UserId" = ?""", wish.Person);
        deed.Write("""delete from people.sign_ins where "UserId" = ?""", wish.Person);
        outbox.Post(deed.Session, new Letter(AccountMails.FactorReset, new { at = deed.Now, reason = Text.Clean(wish.Reason!) }, wish.Person));
        return new Done();
    }
}
