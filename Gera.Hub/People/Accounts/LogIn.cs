using System.Security.Claims;
using Gera.Hub.People.Accounts.Factors;
using Gera.Hub.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gera.Hub.People.Accounts;

/// <summary>E-mail and password against an account, then its second factor. The same answer, after the same work, for known and unknown accounts.</summary>
public sealed class LogIn(PeopleDb db, HubDatabase database, IPasswordHasher<HubUser> hasher, ILookupNormalizer normalizer, LogInGate gate, SecondFactor factor, FactorKeys keys, SignIns signIns, TimeProvider clock)
{
    /// <summary>Guesses before an account rests, and for how long. Wrong codes of the second factor are guesses too.</summary>
    public const int Guesses = 5;

    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    /// <summary>A hash nobody's password has, so that an unknown address costs what a known one does.</summary>
    private static readonly string Nothing = new PasswordHasher<HubUser>().HashPassword(new HubUser(), Guid.Empty.ToString());

    // The guess is counted before it is looked at, in one statement: of 200 at once exactly five are looked at.
    private static string Count(string key) => $"""
        update people.users set
          "AccessFailedCount" = case when "LockoutEnd" <= $2 then 1 else "AccessFailedCount" + 1 end,
          "LockoutEnd" = case when "LockoutEnd" <= $2 then null when "AccessFailedCount" + 1 >= $3 then $4 else "LockoutEnd" end
        where {key} = $1 and ("LockoutEnd" is null or "LockoutEnd" <= $2)
        returning "Id"
        """;

    // A right password is no guess, but it does not wipe out wrong codes: whoever has stolen it still has five.
    private const string TakeBack = """update people.users set "AccessFailedCount" = greatest("AccessFailedCount" - 1, 0), "LockoutEnd" = null where "Id" = $1""";

    /// <summary>All at once, for programs: the ticket for a new log-in, or the one refusal there is.</summary>
    public async Task<Answer<ClaimsPrincipal>> Try(string? email, string? password, string? code, string device, CancellationToken stop)
    {
        var user = await Check(email, password, stop);
        if (user is null || (user.TwoFactorEnabled && !await factor.Accepts(user, code, stop))) return Refusals.LogInFailed;
        return await signIns.Begin(user, device, user.TwoFactorEnabled, known: false, stop);
    }

    /// <summary>The first step at the log-in page.</summary>
    public async Task<Answer<Entry>> Enter(string? email, string? password, string device, Func<Guid, bool> known, CancellationToken stop)
    {
        if (await Check(email, password, stop) is not { } user) return Refusals.LogInFailed;
        if (!user.TwoFactorEnabled) return new Entry(user.Id, await signIns.Begin(user, device, strong: false, known(user.Id), stop), null);
        await using var back = database.Source.CreateCommand(TakeBack);
        back.Parameters.AddWithValue(user.Id);
        await back.ExecuteNonQueryAsync(stop);
        return new Entry(user.Id, null, keys.SealStep(user));
    }

    /// <summary>The second step: a code of the app, or a recovery code.</summary>
    /// <param name="step">What the first step led to.</param>
    public async Task<Answer<Entry>> Prove(string? step, string? code, string device, Func<Guid, bool> known, CancellationToken stop)
    {
        if (keys.OpenStep(step) is not { } opened) return AccountRefusals.StepOver;
        if (await Guess("\"Id\"", opened.User, stop) is not { Disabled: false } user || user.SecurityStamp != opened.Stamp) return AccountRefusals.FactorWrong;
        if (!await factor.Accepts(user, code, stop)) return AccountRefusals.FactorWrong;
        return new Entry(user.Id, await signIns.Begin(user, device, strong: true, known(user.Id), stop), null);
    }

    private async Task<HubUser?> Check(string? email, string? password, CancellationToken stop)
    {
        using var turn = await gate.Wait(stop);
        var user = email is { Length: <= 256 } && Text.Check(email, 256, ("E-Mail", "e-mail")) is null ? await Guess("\"NormalizedEmail\"", normalizer.NormalizeEmail(email.Trim()) ?? "", stop) : null;
        var right = hasher.VerifyHashedPassword(user ?? new HubUser(), user?.PasswordHash ?? Nothing, password is { Length: <= 256 } ? password : "");
        return user is null or { Disabled: true } or { EmailConfirmed: false } or { PasswordHash: null } || right == PasswordVerificationResult.Failed ? null : user;
    }

    private async Task<HubUser?> Guess(string column, object key, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var command = database.Source.CreateCommand(Count(column));
        command.Parameters.Add(new NpgsqlParameter { Value = key });
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(Guesses);
        command.Parameters.AddWithValue(now + Rest);
        return await command.ExecuteScalarAsync(stop) is Guid id ? await db.Users.AsNoTracking().SingleAsync(u => u.Id == id, stop) : null;
    }
}

/// <summary>What a right password leads to: a ticket, or the step to the second factor.</summary>
public sealed record Entry(Guid User, ClaimsPrincipal? Ticket, string? Step);
