using System.Security.Claims;
using Gera.Hub.People.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts;

/// <summary>Begins and ends log-ins, by whatever way somebody showed who they are.</summary>
public sealed class SignIns(PeopleDb db, Outbox outbox, TimeProvider clock)
{
    /// <summary>So long after it was made nobody is told of a new device: the account is being set up.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromDays(1);

    /// <summary>The ticket for a new log-in. Guesses so far are forgotten.</summary>
    /// <param name="known">Whether this browser has been logged in with the account before.</param>
    public async Task<ClaimsPrincipal> Begin(HubUser user, string device, bool strong, bool known, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var signIn = new SignIn { Id = Ids.At(now), UserId = user.Id, At = now, SeenAt = now, Device = device, Strong = strong };
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.AccessFailedCount, 0).SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null), stop);
        db.SignIns.Add(signIn);
        if (!known && !user.Demo && user.CreatedAt < now - Settling) outbox.Post(db, new Letter(AccountMails.NewDevice, new { device, at = now }, user.Id));
        await db.SaveChangesAsync(stop);
        return Ticket(user.Id, signIn.Id, user.DisplayName, await Roles(user.Id, stop));
    }

    /// <summary>Ends one log-in: its cookie, tokens, circuits and connections are worth nothing from now on.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> End(Guid user, Guid signIn, CancellationToken stop) => await db.SignIns.Where(s => s.Id == signIn && s.UserId == user).ExecuteDeleteAsync(stop) > 0;

    /// <summary>The ticket as it would be made now, with the name and roles of this moment, and when it was last used; null when the log-in has ended.</summary>
    public async Task<(ClaimsPrincipal Ticket, DateTimeOffset SeenAt)?> Renew(Guid user, Guid signIn, CancellationToken stop)
    {
        var found = await db.SignIns.Where(s => s.Id == signIn && s.UserId == user).Join(db.Users.Where(u => !u.Disabled), s => s.UserId, u => u.Id, (s, u) => new { u.DisplayName, s.SeenAt }).FirstOrDefaultAsync(stop);
        return found is null ? null : (Ticket(user, signIn, found.DisplayName, await Roles(user, stop)), found.SeenAt);
    }

    /// <summary>Notes that a log-in is in use.</summary>
    public Task See(Guid signIn, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return db.SignIns.Where(s => s.Id == signIn).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), stop);
    }

    /// <summary>Hints for what the pages offer. The door never believes them: it reads the roles anew for each command.</summary>
    private async Task<string[]> Roles(Guid user, CancellationToken stop)
    {
        var names = await db.Grants.Where(g => g.UserId == user && g.EndedAt == null).Select(g => g.Role).Distinct().OrderBy(r => r).ToArrayAsync(stop);
        // Administrators may lead whatever leaders may, so they see the same links.
        return names.Contains(Role.Administrator) ? [.. names.Union([Role.Leader], StringComparer.Ordinal)] : names;
    }

    private static ClaimsPrincipal Ticket(Guid user, Guid signIn, string name, string[] roles) => new(new ClaimsIdentity(
    [
        new Claim(ClaimTypes.NameIdentifier, user.ToString()),
        new Claim(Callers.SignInClaim, signIn.ToString()),
        new Claim("name", name),
        .. roles.Select(role => new Claim(ClaimTypes.Role, role)),
    ], IdentityConstants.ApplicationScheme, "name", ClaimTypes.Role));
}
