using System.Security.Claims;
using Gera.Hub.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gera.Hub.People.Accounts;

/// <summary>E-mail and password against an account. The same answer, after the same work, for known and unknown accounts.</summary>
public sealed class LogIn(PeopleDb db, HubDatabase database, IPasswordHasher<HubUser> hasher, ILookupNormalizer normalizer, LogInGate gate, TimeProvider clock)
{
    /// <summary>Guesses before an account rests, and for how long.</summary>
    public const int Guesses = 5;

    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    /// <summary>A hash nobody's password has, so that an unknown address costs what a known one does.</summary>
    private static readonly string Nothing = new PasswordHasher<HubUser>().HashPassword(new HubUser(), Guid.Empty.ToString());

    // The guess is counted before it is looked at, in one statement: of 200 at once exactly five are looked at.
    private const string Count = """
        update people.users set
          "AccessFailedCount" = case when "LockoutEnd" <= $2 then 1 else "AccessFailedCount" + 1 end,
          "LockoutEnd" = case when "LockoutEnd" <= $2 then null when "AccessFailedCount" + 1 >= $3 then $4 else "LockoutEnd" end
        where "NormalizedEmail" = $1 and ("LockoutEnd" is null or "LockoutEnd" <= $2)
        returning "Id"
        """;

    /// <summary>The ticket for a new log-in, or the one refusal there is.</summary>
    public async Task<Answer<ClaimsPrincipal>> Try(string? email, string? password, CancellationToken stop)
    {
        using var turn = await gate.Wait(stop);
        var user = email is { Length: <= 256 } && Text.Check(email, 256, ("E-Mail", "e-mail")) is null ? await Guess(email, stop) : null;
        var right = hasher.VerifyHashedPassword(user ?? new HubUser(), user?.PasswordHash ?? Nothing, password is { Length: <= 256 } ? password : "");
        if (user is null or { Disabled: true } || right == PasswordVerificationResult.Failed) return Refusals.LogInFailed;

        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
        var signIn = new SignIn { Id = Ids.At(clock.GetUtcNow()), UserId = user.Id, At = clock.GetUtcNow(), SeenAt = clock.GetUtcNow() };
        db.SignIns.Add(signIn);
        await db.SaveChangesAsync(stop);
        return Ticket(user, signIn, await Roles(user, stop));
    }

    /// <summary>Ends one log-in: its cookie, tokens, circuits and connections are worth nothing from now on.</summary>
    public Task End(Guid signIn, CancellationToken stop) => db.SignIns.Where(s => s.Id == signIn).ExecuteDeleteAsync(stop);

    private async Task<HubUser?> Guess(string email, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var command = database.Source.CreateCommand(Count);
        command.Parameters.AddWithValue(normalizer.NormalizeEmail(email.Trim()) ?? "");
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(Guesses);
        command.Parameters.AddWithValue(now + Rest);
        return await command.ExecuteScalarAsync(stop) is Guid id ? await db.Users.SingleAsync(u => u.Id == id, stop) : null;
    }

    /// <summary>Hints for what the pages offer. The door never believes them: it reads the roles anew for each command.</summary>
    private async Task<string[]> Roles(HubUser user, CancellationToken stop)
    {
        var names = await db.Grants.Where(g => g.UserId == user.Id && g.EndedAt == null).Select(g => g.Role).Distinct().ToArrayAsync(stop);
        // Administrators may lead whatever leaders may, so they see the same links.
        return names.Contains(Role.Administrator) ? [.. names.Union([Role.Leader], StringComparer.Ordinal)] : names;
    }

    private static ClaimsPrincipal Ticket(HubUser user, SignIn signIn, string[] roles) => new(new ClaimsIdentity(
    [
        new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()),
        new Claim(Callers.SignInClaim, signIn.Id.ToString()),
        new Claim("name", user.DisplayName),
        .. roles.Select(role => new Claim(ClaimTypes.Role, role)),
    ], IdentityConstants.ApplicationScheme, "name", ClaimTypes.Role));
}
