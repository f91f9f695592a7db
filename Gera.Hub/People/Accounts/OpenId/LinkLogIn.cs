using Gera.Hub.People.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts.OpenId;

/// <summary>From now on this identity opens the own account too.</summary>
public sealed record LinkLogIn(ProvenIdentity? Who) : IWish<Done>
{
    public override string ToString() => "a log-in is linked";
}

internal sealed class LinkLogInVerb(PeopleDb db, LinkedLogIns linked, Outbox outbox) : IVerb<LinkLogIn, Done>
{
    private const int Most = 10;

    public Permission Needs => Permission.Account;

    public bool OpenToBlocked => true;

    public async Task<Answer<Done>> Do(LinkLogIn wish, Deed deed)
    {
        var id = deed.Person.Id!.Value;
        if (wish.Who is not { } who) return OpenIdRefusals.Over;
        if (await AccountRules.MayChangeKeys(db, deed.Person, deed.Now, deed.Stop) is { } refusal) return refusal;
        // Everybody knows the passwords of the demonstration; whoever links one of its accounts would keep it.
        if (await db.Users.AnyAsync(u => u.Id == id && u.Demo, deed.Stop)) return AccountRefusals.DemoKeeps;
        if (await linked.Holder(who, deed.Stop) is { } holder) return holder.Id == id ? OpenIdRefusals.Linked : OpenIdRefusals.Elsewhere;
        if (await db.UserLogins.CountAsync(l => l.UserId == id, deed.Stop) >= Most) return OpenIdRefusals.Linked;
        await using var all = await db.Database.BeginTransactionAsync(deed.Stop);
        db.UserLogins.Add(new IdentityUserLogin<Guid> { UserId = id, LoginProvider = who.Issuer, ProviderKey = who.Subject });
        outbox.Post(db, new Letter(AccountMails.KeysChanged, new { what = "logInLinked", at = deed.Now }, id));
        await db.SaveChangesAsync(deed.Stop);
        await linked.ConfirmResident(id, who, deed.Stop);
        await all.CommitAsync(deed.Stop);
        return default(Done);
    }
}
