using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts.OpenId;

/// <summary>Somebody new, whom the provider has proven, wants an account. No mail has to be waited for: the provider made sure of the address.</summary>
/// <param name="Rules">Whether they agreed to the rules.</param>
public sealed record OpenLinkedAccount(ProvenIdentity? Who, string? Name, bool Rules, string Language) : IWish<Done>
{
    public override string ToString() => "somebody proven wants an account";
}

internal sealed class OpenLinkedAccountVerb(PeopleDb db, LinkedLogIns linked, ILookupNormalizer normalizer) : IVerb<OpenLinkedAccount, Done>
{
    public Permission Needs => Permission.Anyone;

    // A whole school may register from one address within an hour.
    public Pace? Pace => new(30, 300, TimeSpan.FromHours(1));

    public async Task<Answer<Done>> Do(OpenLinkedAccount wish, Deed deed)
    {
        if (wish.Who is not { } who) return OpenIdRefusals.Over;
        if (AccountRules.Name(wish.Name) is { } wrong) return wrong;
        if (!wish.Rules) return AccountRefusals.RulesNotAccepted;
        if (await linked.NewHere(who, deed.Stop) is { } refusal) return refusal;
        if (await linked.Holder(who, deed.Stop) is not null) return OpenIdRefusals.Elsewhere;
        var user = NewUser.Of(who.Mail!, Text.Clean(wish.Name!), null, wish.Language, deed.Now, normalizer);
        await using var all = await db.Database.BeginTransactionAsync(deed.Stop);
        db.Users.Add(user);
        db.UserLogins.Add(new IdentityUserLogin<Guid> { UserId = user.Id, LoginProvider = who.Issuer, ProviderKey = who.Subject });
        db.Consents.Add(new Consent { Id = deed.NewId(), UserId = user.Id, Kind = "rules", Version = AccountRules.RulesVersion, At = deed.Now });
        await db.SaveChangesAsync(deed.Stop);
        await linked.ConfirmResident(user.Id, who, deed.Stop);
        // Links of registrations that were begun with the address are worth nothing now.
        await db.Database.ExecuteSqlAsync($"""delete from people.codes where "Purpose" = {OpenAccountVerb.Purpose} and upper("Data"->>'mail') = {user.NormalizedEmail}""", deed.Stop);
        await all.CommitAsync(deed.Stop);
        return default(Done);
    }
}
