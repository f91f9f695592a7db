using System.Security.Cryptography;
using System.Text;

namespace Gera.Hub.Features.Halls.Cards;

/// <summary>A voting card's code: twelve characters in three blocks, 55 bits, stored only as a hash.</summary>
public static class CardCode
{
    private const string Alphabet = "ACDEFGHJKMNPQRTUVWXY34679";

    public static string New()
    {
        var code = RandomNumberGenerator.GetString(Alphabet, 12);
        return $"{code[..4]}-{code[4..8]}-{code[8..]}";
    }

    /// <summary>Hash of a typed code, without regard to case, blanks and dashes; null when it cannot be one.</summary>
    public static byte[]? Hash(Guid session, string? typed)
    {
        if (typed is null || typed.Length > 40) return null;
        var clean = new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return clean.Length == 12 ? SHA256.HashData([.. session.ToByteArray(), .. Encoding.ASCII.GetBytes(clean)]) : null;
    }
}

/// <summary>A printed card: its number and, once only, its code.</summary>
public sealed record PrintedCard(int Number, string Code);

/// <summary>How the cards of a session stand.</summary>
public sealed record CardCount(int Issued, int Used, int Revoked)
{
    /// <summary>How many may vote.</summary>
    public int Valid => Issued - Revoked;
}
