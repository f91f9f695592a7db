using Gera.Hub.People.Accounts.Factors;
using Gera.Hub.People.Grants;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts.OpenId;

/// <summary>What becomes of somebody whom the provider has proven: a log-in, the step to the second factor, or a new account.</summary>
public sealed class LinkedLogIns(PeopleDb db, SignIns signIns, FactorKeys keys, ILookupNormalizer normalizer, RunSettings settings, TimeProvider clock)
{
    /// <summary>An account's claim to have been confirmed by an identity. It outlasts the link, so that one identity confirms one account.</summary>
    public const string ResidentBy = "resident-by";

    public async Task<Answer<Arrival>> Arrive(ProvenIdentity who, string device, Func<Guid, bool> known, CancellationToken stop)
    {
        if (await Holder(who, stop) is not { } user) return await NewHere(who, stop) is { } refusal ? refusal : new Arrival(null);
        if (user is { Disabled: true } or { EmailConfirmed: false }) return OpenIdRefusals.Off;
        if (who.IsResident)
        {
            await using var all = await db.Database.BeginTransactionAsync(stop);
            await ConfirmResident(user.Id, who, stop);
            await all.CommitAsync(stop);
        }
        // What the provider asked of the person is not known here, so staff show their second factor as after a password.
        if (user.TwoFactorEnabled) return new Arrival(new Entry(user.Id, null, keys.SealStep(user)));
        return new Arrival(new Entry(user.Id, await signIns.Begin(user, device, strong: false, known(user.Id), stop), null));
    }

    /// <summary>Why somebody without an account cannot get one this way; null when they can.</summary>
    public async Task<Refusal?> NewHere(ProvenIdentity who, CancellationToken stop)
    {
        // An address is never enough to get into somebody's account, and whether there is one is told to its proven owner only.
        if (AccountRules.Mail(who.Mail) is not null || !who.MailConfirmed) return OpenIdRefusals.MailUnconfirmed;
        var mail = normalizer.NormalizeEmail(who.Mail!);
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == mail, stop)) return OpenIdRefusals.MailTaken;
        return settings.IsOn(RunSettings.Registration) ? null : AccountRefusals.RegistrationClosed;
    }

    /// <summary>Whose identity it is.</summary>
    public async Task<HubUser?> Holder(ProvenIdentity who, CancellationToken stop) =>
        await db.UserLogins.Where(l => l.LoginProvider == who.Issuer && l.ProviderKey == who.Subject).Join(db.Users, l => l.UserId, u => u.Id, (_, u) => u).AsNoTracking().SingleOrDefaultAsync(stop);

    /// <summary>Notes within the caller's transaction that the provider says the person lives in Gera. An identity that has confirmed another account confirms no second one.</summary>
    public async Task ConfirmResident(Guid user, ProvenIdentity who, CancellationToken stop)
    {
        if (!who.IsResident) return;
        var mark = ProvenIdentity.Mark(who.Issuer, who.Subject);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({mark}, 0))", stop);
        var confirmed = await db.UserClaims.Where(c => c.ClaimType == ResidentBy && c.ClaimValue == mark).Select(c => (Guid?)c.UserId).FirstOrDefaultAsync(stop);
        if (confirmed is { } other && other != user) return;
        if (confirmed is null)
        {
            db.UserClaims.Add(new IdentityUserClaim<Guid> { UserId = user, ClaimType = ResidentBy, ClaimValue = mark });
            await db.SaveChangesAsync(stop);
        }
        var now = clock.GetUtcNow();
        await db.Users.Where(u => u.Id == user && u.ResidentSince == null).ExecuteUpdateAsync(u => u.SetProperty(x => x.ResidentSince, now), stop);
    }
}

/// <summary>Where somebody proven has got to; without an entry they are new here.</summary>
public sealed record Arrival(Entry? Entry);
