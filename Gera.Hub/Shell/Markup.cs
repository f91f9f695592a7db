using System.Text.Json;
using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components;

namespace Gera.Hub.Shell;

#pragma warning disable RS0030 // this is the one sanitising component

/// <summary>Markdown that people wrote, as safe HTML: no raw HTML, no scripts, no pictures from elsewhere, links that tell search engines nothing.</summary>
internal static class Markup
{
    /// <summary>Headings of a text stand below those of its page.</summary>
    private const int Highest = 3, Lowest = 4;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();

    /// <summary>For pages of the city: a line ends where it was ended, and <c>==what is missing==</c> is marked.</summary>
    private static readonly MarkdownPipeline Pages = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UseSoftlineBreakAsHardlineBreak()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Marked).Build();

    /// <param name="text">Markdown.</param>
    /// <param name="isPage">Nothing but the title stands above it, and the city wrote it.</param>
    public static MarkupString Of(string text, bool isPage = false)
    {
        var pipeline = isPage ? Pages : Pipeline;
        var document = Markdown.Parse(text, pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = isPage ? Math.Clamp(heading.Level, 2, Lowest) : Math.Min(heading.Level + Highest - 1, Lowest);
        return new MarkupString(Cleaner(isPage).Sanitize(document.ToHtml(pipeline)));
    }

    /// <summary>The same text without any marks, in one line.</summary>
    public static string Plain(string text) => Markdown.ToPlainText(text, Pipeline).ReplaceLineEndings(" ").Trim();

    /// <summary>The paragraphs, lists and headings a text is made of, each as it was written, in their order.</summary>
    public static IReadOnlyList<string> Parts(string text) => [.. Markdown.Parse(text, Pipeline).Where(block => block.Span.Length > 0).Select(block => text[block.Span.Start..Math.Min(block.Span.End + 1, text.Length)])];

    /// <summary>Facts for programs as a block of data: the encoder leaves no sign in it that could end the element.</summary>
    public static MarkupString Json(IReadOnlyDictionary<string, object?> data) =>
        new($"""<script type="application/ld+json">{JsonSerializer.Serialize(data.Where(d => d.Value is not null).ToDictionary(), JsonSerializerOptions.Web)}</script>""");

    private static HtmlSanitizer Cleaner(bool isPage)
    {
        var cleaner = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(["p", "br", "mark", "em", "strong", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "code", "pre", "a", "hr"], StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href", "rel"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["https", "http", "mailto"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
        })
        { KeepChildNodes = true };
        cleaner.PostProcessNode += (_, e) =>
        {
            if (!isPage && e.Node is AngleSharp.Html.Dom.IHtmlAnchorElement anchor) anchor.SetAttribute("rel", "nofollow ugc noopener");
        };
        return cleaner;
    }
}
