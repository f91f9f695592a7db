using System.Text;

namespace Gera.Hub.People;

/// <summary>Free text from outside: trimmed, readable, and of a stated length.</summary>
public static class Text
{
    /// <summary>Null when <paramref name="text"/> may be stored; else why not.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="most">Most characters (UTF-16 units).</param>
    /// <param name="field">German and English name of the field for the sentence.</param>
    /// <param name="required">Whether blank text is refused.</param>
    public static Refusal? Check(string? text, int most, (string German, string English) field, bool required = true)
    {
        if (string.IsNullOrWhiteSpace(text))
            return required ? Refusals.TextMissing.About(field.German, field.English) : null;
        if (text.Length > most)
            return Refusals.TextTooLong.About($"{field.German}: höchstens {most} Zeichen", $"{field.English}: at most {most} characters");
        return IsReadable(text) ? null : Refusals.TextUnreadable.About(field.German, field.English);
    }

    /// <summary>Line ends unified, outer white space gone, composed characters (NFC), so that equal words are equal.</summary>
    public static string Clean(string text) => text.ReplaceLineEndings("\n").Trim().Normalize(NormalizationForm.FormC);

    /// <summary>False for NUL, other control characters but tab and line end, halves of surrogate pairs and U+FFFE, U+FFFF: PostgreSQL, JSON or XML cannot keep them.</summary>
    private static bool IsReadable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsControl(c) && c is not ('\t' or '\n' or '\r') || c >= '\uFFFE') return false;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(c)) return false;
        }
        return true;
    }
}
