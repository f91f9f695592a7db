using Gera.Hub.People.Grants;
using Gera.Hub.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Gera.Hub.People.Accounts.Factors;

/// <summary>The second factor of an account: codes of an app, and recovery codes for the day the phone is lost. Each code counts once.</summary>
public sealed class SecondFactor(PeopleDb db, HubDatabase database, OneTimeCodes codes, FactorKeys keys, TimeProvider clock)
{
    public const string Recovery = "recovery";

    public const int RecoveryCodes = 10;

    /// <summary>Where the key and the last used step of an account are kept.</summary>
    public const string Provider = "hub", Key = "totp", LastStep = "totp-step";

    // A later step only: of many who show the same code at once one is let in, and none later.
    private const string Use = """
        insert into people.user_tokens ("UserId", "LoginProvider", "Name", "Value") values ($1, 'hub', 'totp-step', $2::text)
        on conflict ("UserId", "LoginProvider", "Name") do update set "Value" = excluded."Value" where user_tokens."Value"::bigint < excluded."Value"::bigint
        """;

    /// <summary>Whether this code is the account's, and has not been used. It is used up by asking.</summary>
    public async Task<bool> Accepts(HubUser user, string? code, CancellationToken stop)
    {
        if (code is not { Length: > 0 and <= 40 }) return false;
        var sealedKey = await db.UserTokens.Where(t => t.UserId == user.Id && t.LoginProvider == Provider && t.Name == Key).Select(t => t.Value).FirstOrDefaultAsync(stop);
        if (keys.Open(sealedKey) is { } key && Totp.Match(key, code, clock.GetUtcNow()) is { } step) return await UseUp(user.Id, step, stop);
        return code.Count(char.IsAsciiLetterOrDigit) == 12 && await codes.Take(Recovery, Of(user.Id, code), user.Id, stop) is not null;
    }

    /// <summary>Marks the code of a step as used.</summary>
    /// <returns>False when it, or a later one, was used already.</returns>
    public async Task<bool> UseUp(Guid user, long step, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(Use);
        command.Parameters.AddWithValue(user);
        command.Parameters.Add(new NpgsqlParameter { Value = step, NpgsqlDbType = NpgsqlDbType.Bigint });
        return await command.ExecuteNonQueryAsync(stop) == 1;
    }

    /// <summary>Ten new recovery codes instead of those there were; saved with the database's next save.</summary>
    /// <returns>The codes, to be shown once.</returns>
    public async Task<RecoverySheet> NewRecoveryCodes(Guid user, CancellationToken stop)
    {
        await db.Codes.Where(c => c.UserId == user && c.Purpose == Recovery).ExecuteDeleteAsync(stop);
        string[] made = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => OneTimeCodes.NewTyped())];
        db.Codes.AddRange(made.Select(code => codes.Make(Recovery, Of(user, code), TimeSpan.FromDays(3650), user)));
        return new RecoverySheet(made);
    }

    /// <summary>A recovery code is worth something with its account only.</summary>
    private static string Of(Guid user, string code) => $"{code}{user:N}";
}
