using System.Text;
using System.Xml;
using Gera.Hub.Shell;
using Gera.Hub.Storage;

namespace Gera.Hub.Features.Portal.Search;

/// <summary>All public addresses for search engines (sitemaps.org, version 0.9): the fixed pages and whatever can be found.</summary>
internal static class SiteMap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The format allows 50,000 in one file.</summary>
    private const int Most = 45_000;

    public static async Task<IResult> Write(HttpContext http, SearchIndex index, IEnumerable<ISearchSource> sources, IEnumerable<NavEntry> entries, IEnumerable<FooterEntry> footers, PublicAddress address, TimeProvider clock)
    {
        var stop = http.RequestAborted;
        var found = await index.Addresses(Most, stop);
        var shown = new HashSet<(string, Guid)>();
        foreach (var kind in found.GroupBy(f => f.Kind))
            if (sources.FirstOrDefault(s => s.Kind == kind.Key) is { } source)
                foreach (var key in await source.Visible([.. kind.Select(f => f.Key)], stop)) shown.Add((kind.Key, key));
        var bytes = new MemoryStream();
        await using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), Indent = true }))
        {
            await writer.WriteStartElementAsync(null, "urlset", Namespace);
            foreach (var page in entries.Where(e => e.Role is null).Select(e => e.Href).Concat(footers.Select(f => f.Href)).Prepend("/").Distinct()) await Url(writer, address.Of(page), null);
            foreach (var (kind, key, path, moment) in found)
                if (shown.Contains((kind, key))) await Url(writer, address.Of(path), moment <= clock.GetUtcNow() ? moment : null);
            await writer.WriteEndElementAsync();
        }
        return Results.Bytes(bytes.ToArray(), "application/xml; charset=utf-8");
    }

    private static async Task Url(XmlWriter writer, string address, DateTimeOffset? moment)
    {
        await writer.WriteStartElementAsync(null, "url", Namespace);
        await writer.WriteElementStringAsync(null, "loc", Namespace, address);
        if (moment is { } at) await writer.WriteElementStringAsync(null, "lastmod", Namespace, at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await writer.WriteEndElementAsync();
    }
}
