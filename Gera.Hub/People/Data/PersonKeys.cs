using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Gera.Hub.Storage;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Gera.Hub.People.Data;

/// <summary>
/// Seals a person's own words before they go into an event, and opens them for reading. Events cannot be taken back; the key can:
/// once it is gone with the account, its words are unreadable wherever they were copied to.
/// </summary>
public sealed class PersonKeys(HubDatabase database, IDataProtectionProvider protection)
{
    /// <summary>Begins every sealed text. Nobody can type it: <see cref="Text.Check"/> refuses control characters.</summary>
    private const char Mark = '\u0001';

    private const int IdSize = 16, NonceSize = 12, TagSize = 16;

    private readonly IDataProtector protector = protection.CreateProtector("Gera.Hub.PersonKey.v1");

    public static bool IsSealed([NotNullWhen(true)] string? text) => text is [Mark, ..];

    public async Task<string> Seal(Guid person, string words, CancellationToken stop)
    {
        var key = await Make(person, stop);
        var plain = Encoding.UTF8.GetBytes(words);
        var packed = new byte[IdSize + NonceSize + TagSize + plain.Length];
        person.TryWriteBytes(packed);
        var nonce = packed.AsSpan(IdSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(nonce, plain, packed.AsSpan(IdSize + NonceSize + TagSize), packed.AsSpan(IdSize + NonceSize, TagSize), packed.AsSpan(0, IdSize));
        return Mark + Base64Url.EncodeToString(packed);
    }

    /// <summary>Each text as it can be read: plain ones as they are, sealed ones opened, null where the key has gone.</summary>
    public async Task<IReadOnlyList<string?>> Open(IReadOnlyList<string?> texts, CancellationToken stop)
    {
        if (!texts.Any(IsSealed)) return texts;
        var packed = texts.Select(t => IsSealed(t) ? Unpack(t) : null).ToArray();
        var keys = await Keys([.. packed.OfType<byte[]>().Select(p => new Guid(p.AsSpan(0, IdSize))).Distinct()], stop);
        return [.. texts.Select((text, n) => IsSealed(text) ? packed[n] is { } box && keys.TryGetValue(new Guid(box.AsSpan(0, IdSize)), out var key) ? Open(box, key) : null : text)];
    }

    private static string? Open(byte[] packed, byte[] key)
    {
        var plain = new byte[packed.Length - IdSize - NonceSize - TagSize];
        try
        {
            using var cipher = new AesGcm(key, TagSize);
            cipher.Decrypt(packed.AsSpan(IdSize, NonceSize), packed.AsSpan(IdSize + NonceSize + TagSize), packed.AsSpan(IdSize + NonceSize, TagSize), plain, packed.AsSpan(0, IdSize));
            return Encoding.UTF8.GetString(plain);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[]? Unpack(string text) =>
        Base64Url.IsValid(text.AsSpan(1)) && Base64Url.DecodeFromChars(text.AsSpan(1)) is { Length: >= IdSize + NonceSize + TagSize } packed ? packed : null;

    private async Task<byte[]> Make(Guid person, CancellationToken stop)
    {
        if ((await Keys([person], stop)).TryGetValue(person, out var key)) return key;
        await using var command = database.Source.CreateCommand("""insert into people.person_keys ("UserId", "Key") values ($1, $2) on conflict do nothing""");
        command.Parameters.AddWithValue(person);
        command.Parameters.AddWithValue(protector.Protect(RandomNumberGenerator.GetBytes(32)));
        await command.ExecuteNonQueryAsync(stop);
        // Of two at once, the first one's key is everybody's.
        return (await Keys([person], stop))[person];
    }

    private async Task<Dictionary<Guid, byte[]>> Keys(Guid[] people, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("""select "UserId", "Key" from people.person_keys where "UserId" = any($1)""");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = people });
        var keys = new Dictionary<Guid, byte[]>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) keys[reader.GetGuid(0)] = protector.Unprotect(await reader.GetFieldValueAsync<byte[]>(1, stop));
        return keys;
    }
}
