using System.Text.RegularExpressions;

namespace Gera.Hub.Features.Ideas.Moderation;

/// <summary>What in a text looks like somebody's data. A hint for people who decide, never a decision.</summary>
public static partial class PersonalHints
{
    /// <summary>Keys of the hints: mail, phone, iban.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var hints = new List<string>();
        if (Mail().IsMatch(text)) hints.Add("mail");
        if (Iban().IsMatch(text)) hints.Add("iban");
        // An IBAN is a row of digits, too.
        if (Phone().IsMatch(Iban().Replace(text, " "))) hints.Add("phone");
        return hints;
    }

    [GeneratedRegex(@"[\w.+-]+\s?(@|\(at\)|\[at\])\s?[\w-]+(\.[\w-]+)+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    // A number of Germany: with country code or leading zero, seven digits or more, with the separators people use.
    [GeneratedRegex(@"(^|[^\w.,])(\+49|0049|0[1-9])([ /()-]{0,3}[0-9]){6,13}($|[^\w])", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(^|\W)[A-Z]{2}[0-9]{2}( ?[A-Z0-9]{4}){3,7}( ?[A-Z0-9]{1,3})?($|\W)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Iban();
}
