using System.Security.Cryptography;
using System.Text;
using Gera.Hub.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Gera.Hub.People.Grants;

/// <summary>Makes one-time codes and takes them: of many who use one at the same moment exactly one succeeds.</summary>
public sealed class OneTimeCodes(HubDatabase database, TimeProvider clock)
{
    /// <summary>Letters and digits that are not mistaken for each other when read aloud or typed from paper.</summary>
    public const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /// <summary>For links: 128 random bits in 26 characters.</summary>
    public static string NewLink() => RandomNumberGenerator.GetString(Letters, 26);

    /// <summary>For paper: 12 characters in three blocks, about 59 bits.</summary>
    public static string NewTyped()
    {
        var code = RandomNumberGenerator.GetString(Letters, 12);
        return $"{code[..4]}-{code[4..8]}-{code[8..]}";
    }

    public static byte[] Hash(string purpose, string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}\n{new string([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)])}"));

    /// <summary>What is to be stored for a new code.</summary>
    public OneTimeCode Make(string purpose, string code, TimeSpan life, Guid? user = null, string? data = null, Guid? by = null, Guid? batch = null) => new()
    {
        Hash = Hash(purpose, code),
        Purpose = purpose,
        UserId = user,
        Data = data,
        MadeBy = by,
        Batch = batch,
        At = clock.GetUtcNow(),
        Until = clock.GetUtcNow() + life,
    };

    /// <summary>Takes a code: its user and data once, then never again. Null when it is unknown, used or over.</summary>
    /// <param name="transaction">Where given, the code is used only if that commits.</param>
    public async Task<Taken?> Take(string purpose, string? code, Guid? by, CancellationToken stop, NpgsqlConnection? transaction = null)
    {
        if (code is not { Length: > 0 and <= 100 }) return null;
        const string sql = """
            update people.codes set "UsedAt" = $3, "UsedBy" = $4 where "Hash" = $1 and "Purpose" = $2 and "UsedAt" is null and "Until" > $3 returning "UserId", "Data", "Batch", "MadeBy"
            """;
        await using var command = transaction is null ? database.Source.CreateCommand(sql) : new NpgsqlCommand(sql, transaction);
        command.Parameters.AddWithValue(Hash(purpose, code));
        command.Parameters.AddWithValue(purpose);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)by ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        await using var reader = await command.ExecuteReaderAsync(stop);
        if (!await reader.ReadAsync(stop)) return null;
        return new Taken(await reader.IsDBNullAsync(0, stop) ? null : reader.GetGuid(0), await reader.IsDBNullAsync(1, stop) ? null : reader.GetString(1),
            await reader.IsDBNullAsync(2, stop) ? null : reader.GetGuid(2), await reader.IsDBNullAsync(3, stop) ? null : reader.GetGuid(3));
    }
}

/// <summary>What a taken code was for.</summary>
/// <param name="By">Who made it.</param>
public sealed record Taken(Guid? User, string? Data, Guid? Batch, Guid? By = null);
