using System.Security.Cryptography;

namespace Gera.Hub.Features.Halls.Sessions;

/// <summary>The code on the wall: six characters that are easy to read aloud and hard to mistake (no 0/O, 1/I/L, 2/Z, 5/S, 8/B).</summary>
public static class SessionCode
{
    public const int Length = 6;

    private const string Alphabet = "ACDEFGHJKMNPQRTUVWXY34679";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>What someone typed as a code, without blanks and dashes and in capitals; null when it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 20) return null;
        var clean = typed.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return clean.Length == Length && clean.All(Alphabet.Contains) ? clean : null;
    }
}
