using System.Net;
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

    // Known bad: without Proxies.UseHttpsAsAnnounced every page with a form is an error, since its cookie may only travel encrypted.
    [Theory, InlineData("127.0.0.1", true), InlineData("10.9.8.7", false)]
    public async Task Behind_a_proxy_that_ends_https_forms_seats_and_cookies_work_whether_it_was_named_or_not(string trusted, bool believed)
    {
        var folder = TempFolders.Create();
        await using (var hub = await home.Brief(("Hub:PublicAddress", "https://hub.example.org"), ("Hub:TrustedProxies:0", trusted), ("Hub:DataDirectory", folder), ("Paces:Addresses", "1")))
        {
            using var jonas = await Leader.LogIn(hub, "leader", 0);
            var (code, _) = await jonas.Session();
            using var ada = new Visitor(hub, "203.0.113.7");
            var seat = (await ada.Sees($"/live/{code}")).Cookies.Single(c => c.StartsWith("__Host-hub-seat-", StringComparison.Ordinal));
            Assert.DoesNotContain((await ada.Sees($"/live/{code}")).Cookies, c => c.StartsWith("__Host-hub-seat-", StringComparison.Ordinal)); // it is read again
            var (mail, password) = hub.Demo("citizen")[0];
            var (page, cookies) = await ada.Sends("/anmelden", "anmelden", ("Form.Mail", mail), ("Form.Password", password));
            Assert.Equal("/", page.Location);
            Assert.All(cookies.Append(seat), c => Assert.True(c.StartsWith("__Host-", StringComparison.Ordinal)
                && new[] { "secure", "httponly", "path=/", "samesite=lax" }.All(flag => c.Contains(flag, StringComparison.OrdinalIgnoreCase)), c));
            Assert.Equal(HttpStatusCode.OK, (await ada.Sees("/konto")).Page.Status);

            // Each visitor has a limit of their own only where the proxy's word for who they are is believed.
            var last = HttpStatusCode.OK;
            using var cem = new Visitor(hub, "203.0.113.9");
            for (var n = 0; n < 201; n++) last = (await cem.Sends("/passwort-vergessen", "vergessen", ("Form.Mail", "niemand@gera.example"))).Page.Status;
            Assert.Equal(HttpStatusCode.TooManyRequests, last);
            using var bo = new Visitor(hub, "203.0.113.8");
            Assert.Equal(believed, (await bo.Sends("/passwort-vergessen", "vergessen", ("Form.Mail", "niemand@gera.example"))).Page.Status != HttpStatusCode.TooManyRequests);
        }
        var warnings = Directory.EnumerateFiles(Path.Combine(folder, "logs"), "hub-*.log").SelectMany(File.ReadAllLines).Where(l => l.Contains("came unencrypted", StringComparison.Ordinal)).ToArray();
        // The leader called without a proxy, as a program of the house does.
        Assert.Contains("from 127.0.0.1.", Assert.Single(warnings), StringComparison.Ordinal);
        TempFolders.Remove(folder);
    }

    /// <summary>A browser behind a proxy that ends HTTPS: it keeps cookies for its host as if there were no plain stretch.</summary>
    private sealed class Visitor(RunningHub hub, string address) : IDisposable
    {
        private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = hub.Address };
        private readonly Dictionary<string, Look> forms = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> jar = new(StringComparer.Ordinal);

        public Task<(Look Page, string[] Cookies)> Sees(string path) => Goes(HttpMethod.Get, path, null);

        public async Task<(Look Page, string[] Cookies)> Sends(string path, string form, params (string Field, string Value)[] typed)
        {
            if (!forms.TryGetValue(path, out var page)) forms[path] = page = (await Sees(path)).Page;
            var hidden = page.Form(form)!.QuerySelectorAll("input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
            using var content = new FormUrlEncodedContent(hidden.Concat(typed).Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2)));
            return await Goes(HttpMethod.Post, path, content);
        }

        public void Dispose() => http.Dispose();

        private async Task<(Look Page, string[] Cookies)> Goes(HttpMethod method, string path, HttpContent? content)
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
            request.Headers.Add("X-Forwarded-For", address);
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("Accept", "text/html");
            if (jar.Count > 0) request.Headers.Add("Cookie", string.Join("; ", jar.Select(c => $"{c.Key}={c.Value}")));
            var page = await Look.Of(path, await http.SendAsync(request));
            var cookies = page.Message.Headers.TryGetValues("Set-Cookie", out var set) ? set.ToArray() : [];
            foreach (var cookie in cookies.Select(c => c.Split(';')[0].Split('=', 2))) jar[cookie[0]] = cookie[1];
            return (page, cookies);
        }
    }
}
