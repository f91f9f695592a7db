using System.Globalization;
using System.Text;

namespace Gera.Hub.Shell;

/// <summary>The readable end of an address, made of a title.</summary>
public static class Slug
{
    private const int Longest = 70;

    /// <summary>Lower case letters, digits and hyphens; umlauts spelled out, at most 70 characters.</summary>
    /// <param name="otherwise">For a title that has none of them.</param>
    public static string Of(string title, string otherwise)
    {
        var slug = new StringBuilder();
        foreach (var c in title.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug is [.., not '-']) slug.Append('-');
        }
        var text = slug.ToString();
        if (text.Length > Longest) text = text[..(text.LastIndexOf('-', Longest) is > 20 and var cut ? cut : Longest)];
        return text.Trim('-') is { Length: > 0 } found ? found : otherwise;
    }
}
