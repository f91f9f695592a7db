using System.Net;
using System.Xml.Linq;
using Gera.Hub.Shell;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gera.Hub.Tests.Shell;

/// <summary>Whatever stands in an entry, a feed stays a feed, and readers show it as it was typed.</summary>
public sealed class FeedsTests(HubFixture home)
{
    private const string Hostile = "<b onclick=alert(1)>Bäume & \uFFFF\uFFFE\u0001\uD800 🌳</b>";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_character_is_carried_or_dropped(bool isRss)
    {
        var feeds = (await home.Hub()).Services.GetRequiredService<Feeds>();
        var at = DateTimeOffset.UnixEpoch;
        FeedEntry[] entries = [new(Guid.CreateVersion7(at), Hostile, Hostile, "/ideen/GER-1970-0001", at, at, "stadt")];
        var bytes = feeds.Write(isRss, Hostile, Hostile, "/ideen", entries);
        Assert.Equal(bytes, feeds.Write(isRss, Hostile, Hostile, "/ideen", entries));

        var item = XDocument.Load(new MemoryStream(bytes)).Descendants().Single(e => e.Name.LocalName is "item" or "entry");
        var summary = item.Elements().Single(e => e.Name.LocalName is "description" or "content");
        Assert.Equal("<b onclick=alert(1)>Bäume &  🌳</b>", item.Elements().Single(e => e.Name.LocalName == "title").Value);
        Assert.Equal("<b onclick=alert(1)>Bäume &  🌳</b>", isRss ? WebUtility.HtmlDecode(summary.Value) : summary.Value);
        Assert.Equal(isRss, !summary.Value.Contains('<', StringComparison.Ordinal));
        if (!isRss) Assert.Equal("text", summary.Attribute("type")?.Value ?? "text");
    }
}
