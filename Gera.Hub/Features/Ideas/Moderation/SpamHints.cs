using System.Text.RegularExpressions;

namespace Gera.Hub.Features.Ideas.Moderation;

/// <summary>What in a text looks like advertising or noise. A hint for people who decide, never a decision.</summary>
public static partial class SpamHints
{
    private const int Links = 3, Letters = 30;

    /// <summary>Keys of the hints: links, shouting, repeated.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var hints = new List<string>();
        if (Link().Count(text) >= Links) hints.Add("links");
        var letters = text.Where(char.IsLetter).ToArray();
        if (letters.Length >= Letters && letters.Count(char.IsUpper) * 2 > letters.Length) hints.Add("shouting");
        if (Repeats(text)) hints.Add("repeated");
        return hints;
    }

    /// <summary>A character ten times in a row, or a word five times.</summary>
    private static bool Repeats(string text)
    {
        for (int i = 1, run = 1; i < text.Length; i++)
        {
            run = text[i] == text[i - 1] && char.IsLetterOrDigit(text[i]) | char.IsPunctuation(text[i]) ? run + 1 : 1;
            if (run == 10) return true;
        }
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (int i = 1, run = 1; i < words.Length; i++)
        {
            run = string.Equals(words[i], words[i - 1], StringComparison.OrdinalIgnoreCase) ? run + 1 : 1;
            if (run == 5) return true;
        }
        return false;
    }

    [GeneratedRegex(@"(https?://|www\.)\S", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
