using Gera.Hub.People.Accounts.Factors;
using Gera.Hub.People.Accounts.OpenId;
using Gera.Hub.People.Accounts.Passkeys;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts;

/// <summary>What the pages of an account show to its owner, and to nobody else.</summary>
public sealed class AccountBoard(PeopleDb db, Register register)
{
    /// <summary>Who is at the page; null when the log-in has ended.</summary>
    public async Task<(HubUser User, Person Person)?> Own(HttpContext http)
    {
        var person = await register.Who(http.ToCaller(), http.RequestAborted);
        return person.Id is { } id ? (await db.Users.AsNoTracking().SingleAsync(u => u.Id == id, http.RequestAborted), person) : null;
    }

    public async Task<IReadOnlyList<SignIn>> SignIns(Guid user, CancellationToken stop) =>
        await db.SignIns.AsNoTracking().Where(s => s.UserId == user).OrderByDescending(s => s.SeenAt).ThenByDescending(s => s.At).Take(100).ToListAsync(stop);

    public async Task<IReadOnlyList<OwnPasskey>> Passkeys(Guid user, CancellationToken stop) =>
        [.. (await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == user).ToListAsync(stop)).OrderBy(p => p.Data.CreatedAt).Select(p => new OwnPasskey(PasskeyId.Write(p.CredentialId), p.Data.Name ?? "Passkey", p.Data.CreatedAt))];

    /// <summary>Marks of the identities that open the account too.</summary>
    public async Task<IReadOnlyList<string>> LinkedLogIns(Guid user, CancellationToken stop) =>
        [.. (await db.UserLogins.AsNoTracking().Where(l => l.UserId == user).ToListAsync(stop)).Select(l => ProvenIdentity.Mark(l.LoginProvider, l.ProviderKey)).Order(StringComparer.Ordinal)];

    public Task<int> RecoveryCodesLeft(Guid user, CancellationToken stop) =>
        db.Codes.CountAsync(c => c.UserId == user && c.Purpose == SecondFactor.Recovery && c.UsedAt == null, stop);

    /// <summary>Whether somebody holds a role that asks for more than a password.</summary>
    public Task<bool> IsStaff(Guid user, CancellationToken stop)
    {
        var staff = Role.Staff.ToArray();
        return db.Grants.AnyAsync(g => g.UserId == user && g.EndedAt == null && staff.Contains(g.Role), stop);
    }
}

/// <summary>A key of the own account.</summary>
/// <param name="Key">Its id, in base64url.</param>
public sealed record OwnPasskey(string Key, string Name, DateTimeOffset At);
