namespace Gera.Hub.Features.Portal.Pages;

/// <summary>A piece of a page: words, or the place where the hub itself puts something, named in braces on a line of its own.</summary>
/// <param name="Words">Markdown; empty where the hub speaks.</param>
/// <param name="Place">See the constants; null for words.</param>
public sealed record PagePart(string Words, string? Place)
{
    /// <summary>How long personal data is kept, out of the rules that delete it.</summary>
    public const string Retention = "fristen";

    /// <summary>The form through which people write to the city.</summary>
    public const string Form = "formular";

    /// <param name="body">Markdown.</param>
    /// <param name="needsForm">A form stands on the page even if an editor lost its place.</param>
    /// <param name="needsRetention">The same for the list of what is kept.</param>
    public static IReadOnlyList<PagePart> Of(string body, bool needsForm, bool needsRetention)
    {
        IReadOnlyList<PagePart> parts = [.. Of(body).Where(p => p.Place is null || (p.Place == Form ? needsForm : needsRetention))];
        if (needsForm && parts.All(p => p.Place != Form)) parts = [.. parts, new PagePart("", Form)];
        return needsRetention && parts.All(p => p.Place != Retention) ? [.. parts, new PagePart("", Retention)] : parts;
    }

    public static IReadOnlyList<PagePart> Of(string body)
    {
        var (parts, words) = (new List<PagePart>(), new List<string>());
        foreach (var line in body.Split('\n'))
        {
            if (line.Trim() is not ("{{" + Retention + "}}" or "{{" + Form + "}}"))
            {
                words.Add(line);
                continue;
            }
            Keep();
            parts.Add(new PagePart("", line.Trim('{', '}', ' ')));
        }
        Keep();
        return parts;

        void Keep()
        {
            if (string.Join('\n', words).Trim() is { Length: > 0 } text) parts.Add(new PagePart(text, null));
            words.Clear();
        }
    }
}
