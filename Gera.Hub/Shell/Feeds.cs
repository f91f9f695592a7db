using System.Net;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Gera.Hub.Storage;

namespace Gera.Hub.Shell;

/// <summary>One entry of a feed, in plain text.</summary>
/// <param name="Path">Of its page, e.g. <c>/ideen/GER-2026-0042</c>.</param>
/// <param name="Changed">When it was last changed; <paramref name="At"/> unless it was.</param>
public sealed record FeedEntry(Guid Id, string Title, string Summary, string Path, DateTimeOffset At, DateTimeOffset Changed, string? Category = null);

/// <summary>Lists as RSS 2.0 and Atom. Equal entries make equal bytes: nothing in a feed is of now.</summary>
public sealed class Feeds(PublicAddress address)
{
    /// <summary>Serves one list at <c>{path}.rss</c> and <c>{path}.atom</c>.</summary>
    /// <param name="read">Title, lead, address of the page, and the entries, the newest first.</param>
    public static void Map(WebApplication app, string path, Func<HttpContext, Task<(string Title, string Lead, string Page, IReadOnlyList<FeedEntry> Entries)>> read)
    {
        foreach (var isRss in new[] { true, false })
            app.MapGet(path + (isRss ? ".rss" : ".atom"), async (HttpContext http, Feeds feeds) =>
            {
                var (title, lead, page, entries) = await read(http);
                return Results.Bytes(feeds.Write(isRss, title, lead, page, entries), isRss ? "application/rss+xml; charset=utf-8" : "application/atom+xml; charset=utf-8");
            }).ExcludeFromDescription();
    }

    internal byte[] Write(bool isRss, string title, string lead, string page, IReadOnlyList<FeedEntry> entries)
    {
        var feed = new SyndicationFeed(Plain(title), Plain(lead), new Uri(address.Of(page)))
        {
            // Without one the library would count feeds, and no two answers were equal.
            Id = address.Of(page),
            LastUpdatedTime = entries.Count == 0 ? default : entries.Max(e => e.Changed),
            Language = "de",
            Items = [.. entries.Select(e => Item(e, isRss))],
        };
        var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
            (isRss ? new Rss20FeedFormatter(feed, false) : (SyndicationFeedFormatter)new Atom10FeedFormatter(feed)).WriteTo(writer);
        return bytes.ToArray();
    }

    private SyndicationItem Item(FeedEntry entry, bool isRss)
    {
        // RSS has no way to say that a description is plain text: readers take it as HTML. Atom says so.
        var summary = isRss ? WebUtility.HtmlEncode(Plain(entry.Summary)) : Plain(entry.Summary);
        var item = new SyndicationItem(Plain(entry.Title), summary, new Uri(address.Of(entry.Path)), entry.Id.ToString(), entry.Changed) { PublishDate = entry.At };
        if (entry.Category is { } category) item.Categories.Add(new SyndicationCategory(category));
        return item;
    }

    /// <summary>Without what XML 1.0 cannot carry: one such character would take the whole feed from everybody.</summary>
    private static string Plain(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) kept.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) kept.Append(text[i]);
        }
        return kept.ToString();
    }
}
