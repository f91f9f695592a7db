using System.Security.Cryptography;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>A voter's pseudonym in one open poll: short enough to compare by eye, the same for each change, linked to no other poll.</summary>
internal static class Receipts
{
    // No letters or digits that are mistaken for one another.
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Sixteen characters (80 bits) in four blocks, e.g. <c>K7M2-QX4R-…</c>.</summary>
    public static string Of(byte[] salt, Guid voter)
    {
        Span<byte> input = stackalloc byte[salt.Length + 16];
        salt.CopyTo(input);
        voter.TryWriteBytes(input[salt.Length..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(input, hash);
        Span<char> text = stackalloc char[19];
        for (int i = 0, at = 0; i < 16; i++)
        {
            if (i is 4 or 8 or 12) text[at++] = '-';
            text[at++] = Alphabet[hash[i] % Alphabet.Length];
        }
        return new string(text);
    }

    /// <summary>A receipt however typed, without regard to case, blanks and dashes; null when it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        var bare = string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return bare.Length == 16 ? $"{bare[..4]}-{bare[4..8]}-{bare[8..12]}-{bare[12..]}" : null;
    }
}
