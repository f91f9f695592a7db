using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Gera.Hub.People.Accounts.Factors;

/// <summary>Codes of authenticator apps (RFC 6238): six digits, new every 30 seconds.</summary>
public static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private const int Seconds = 30;

    /// <summary>160 random bits, as apps expect them.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(20);

    /// <summary>The step whose code this is: now, the one before or the one after, since clocks differ. Null when it is none of them.</summary>
    public static long? Match(byte[] key, string? code, DateTimeOffset now)
    {
        var typed = new string([.. (code ?? "").Where(c => !char.IsWhiteSpace(c))]);
        if (typed.Length != 6 || !typed.All(char.IsAsciiDigit)) return null;
        var step = now.ToUnixTimeSeconds() / Seconds;
        foreach (var candidate in new[] { step, step - 1, step + 1 })
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(key, candidate)), System.Text.Encoding.ASCII.GetBytes(typed))) return candidate;
        return null;
    }

    public static string Code(byte[] key, DateTimeOffset at) => Code(key, at.ToUnixTimeSeconds() / Seconds);

    /// <summary>The key as it is typed into an app.</summary>
    public static string Base32(byte[] key)
    {
        var text = new System.Text.StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var b in key)
        {
            (bits, count) = ((bits << 8) | b, count + 8);
            for (; count >= 5; count -= 5) text.Append(Alphabet[(bits >> (count - 5)) & 31]);
            bits &= (1 << count) - 1;
        }
        if (count > 0) text.Append(Alphabet[(bits << (5 - count)) & 31]);
        return text.ToString();
    }

    /// <summary>What the QR code holds.</summary>
    public static string Address(byte[] key, string account) =>
        $"otpauth://totp/Gera.Hub:{Uri.EscapeDataString(account)}?secret={Base32(key)}&issuer=Gera.Hub";

    // SHA-1 is what every app knows; as a keyed hash it is sound.
#pragma warning disable CA5350
    private static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
        HMACSHA1.HashData(key, counter, hash);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[19] & 15)..]) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
#pragma warning restore CA5350
}
