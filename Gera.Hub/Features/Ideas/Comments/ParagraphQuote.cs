using Gera.Hub.Shell;

namespace Gera.Hub.Features.Ideas.Comments;

/// <summary>How a paragraph begins that a comment is about.</summary>
/// <param name="IsCurrent">Whether the idea's words are still those.</param>
public sealed record ParagraphQuote(string? Words, bool IsCurrent)
{
    private const int Most = 90;

    /// <summary>Of a version that is no more: nothing to quote.</summary>
    public static ParagraphQuote Of(PlaceInText place, IReadOnlyList<IdeaText> texts) =>
        new(Of(place.Paragraph, texts.FirstOrDefault(t => t.Version == place.Version)?.Body), texts is [.., var last] && last.Version == place.Version);

    /// <summary>Null when there is no such paragraph.</summary>
    public static string? Of(int? paragraph, string? body)
    {
        if (body is null || paragraph is not >= 1 || Markup.Parts(body) is not { } parts || paragraph > parts.Count) return null;
        var words = Markup.Plain(parts[paragraph.Value - 1]);
        if (words.Length <= Most) return words;
        var end = words.LastIndexOf(' ', Most) is > 40 and var space ? space : char.IsHighSurrogate(words[Most - 1]) ? Most - 1 : Most;
        return words[..end] + " …";
    }
}
