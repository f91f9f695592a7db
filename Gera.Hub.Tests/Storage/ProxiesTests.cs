using Xunit;

namespace Gera.Hub.Tests.Storage;

/// <summary>Behind a reverse proxy: its headers are believed, a stranger's are not, and links are made from the setting alone.</summary>
public sealed class ProxiesTests(HubFixture home)
{
    [Theory, InlineData("127.0.0.1", true), InlineData("10.9.8.7", false)]
    public async Task Forwarded_headers_count_only_from_a_proxy_that_was_named(string trusted, bool believed)
    {
        var hub = await home.Own(null, ("Hub:PublicAddress", "http://hub.example.org"), ("Hub:TrustedProxies:0", trusted));
        using var jonas = await Leader.LogIn(hub, "leader", 0);
        var (code, _) = await jonas.Session();
        using var stranger = Leader.Nobody(hub);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/live/{code}", UriKind.Relative)) { Headers = { Host = "boese.example" } };
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Host", "boese.example");
        var page = await stranger.Send(request);
        var seat = page.Message.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("hub-seat-", StringComparison.Ordinal));
        Assert.Equal(believed, seat.Contains("secure", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("boese.example", page.Raw + page.Message.Headers, StringComparison.Ordinal);
        Assert.Equal($"http://hub.example.org/live/{code}", (await stranger.Get($"/api/live/sessions/{code}"))["url"].GetString());
    }
}
