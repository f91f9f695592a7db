using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Gera.Hub.Tests.People.Accounts;

/// <summary>The own log-ins: seen, ended one by one and all together; their cookies; where a log-in leads.</summary>
public sealed class DeviceTests(HubFixture home)
{
    [Fact]
    public async Task Ada_sees_her_devices_and_ends_one_and_all()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var hub = await RunningHub.On(await home.NewDatabase(), clock);
        using var phone = new Guest(hub);
        using var laptop = new Guest(hub, "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36");
        using var bo = new Guest(hub);
        var mail = await phone.Settles("ada");
        var bos = await bo.Settles("bo");
        await phone.LogsIn(mail, Newcomer.Password);
        await laptop.LogsIn(mail, Newcomer.Password);
        await bo.LogsIn(bos, Newcomer.Password);
        var list = await phone.Sees("/konto/geraete");
        Assert.Contains("Chrome, Windows", list.Text, StringComparison.Ordinal);
        Assert.Contains("Firefox, Android", list.Text, StringComparison.Ordinal);
        var his = await hub.Ask<Guid>("select s.\"Id\" from people.sign_ins s join people.users u on u.\"Id\" = s.\"UserId\" where u.\"Email\" = $1 and s.\"Device\" = 'Chrome, Windows'", mail);
        Assert.Equal("/konto/geraete?ok=beendet", (await phone.Sends(list, $"ende-{his}")).Location);
        Assert.Equal(HttpStatusCode.Redirect, (await laptop.Sees("/konto")).Status);
        Assert.DoesNotContain("Abmelden", (await laptop.Sees("/")).Raw, StringComparison.Ordinal); // the header too
        Assert.Equal(HttpStatusCode.OK, (await phone.Sees("/konto")).Status);
        Assert.Equal("/anmelden", (await phone.Sends("/konto/geraete", "alle")).Location);
        Assert.Equal(HttpStatusCode.Redirect, (await phone.Sees("/konto")).Status);
        Assert.Equal(HttpStatusCode.OK, (await bo.Sees("/konto")).Status);
    }

    [Fact]
    public async Task When_a_device_was_last_seen_is_noted_to_the_hour()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var hub = await RunningHub.On(await home.NewDatabase(), clock);
        using var cem = new Guest(hub);
        var mail = await cem.Settles("cem");
        await cem.LogsIn(mail, Newcomer.Password);
        var first = await Seen();
        clock.Advance(TimeSpan.FromMinutes(50));
        await cem.Sees("/konto");
        Assert.Equal(first, await Seen());
        clock.Advance(TimeSpan.FromMinutes(11));
        await cem.Sees("/konto");
        var later = await Seen();
        Assert.Equal(TimeSpan.FromMinutes(61), later - first);

        Task<DateTime> Seen() => hub.Ask<DateTime>("select s.\"SeenAt\" from people.sign_ins s join people.users u on u.\"Id\" = s.\"UserId\" where u.\"Email\" = $1", mail);
    }

    [Fact]
    public async Task Only_a_log_in_from_a_new_browser_is_told_by_mail()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var hub = await RunningHub.On(await home.NewDatabase(), clock);
        using var dora = new Guest(hub);
        var mail = await dora.Settles("dora");
        await dora.LogsIn(mail, Newcomer.Password);
        clock.Advance(TimeSpan.FromDays(2));
        await dora.LogsIn(mail, Newcomer.Password);
        Assert.Equal(0, await Newcomer.Mails(hub, "new-device", mail));
        using var thief = new Guest(hub);
        await thief.LogsIn(mail, Newcomer.Password);
        Assert.Equal(1, await Newcomer.Mails(hub, "new-device", mail));
    }

    [Fact]
    public async Task Cookies_are_for_this_host_only_and_out_of_reach_of_scripts()
    {
        using var plain = new Guest(await home.Hub());
        Check(plain, "hub-login", isSecure: false, await LogIn(plain));
        await using var https = await RunningHub.On(await home.NewDatabase(), null, ("Hub:PublicAddress", "https://hub.gera.example"), ("Hub:TrustedProxies:0", "127.0.0.1"));
        using var proxied = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = https.Address };
        proxied.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var page = await proxied.GetAsync(new Uri("/anmelden", UriKind.Relative), TestContext.Current.CancellationToken);
        var form = await Look.Of("/anmelden", page);
        Assert.All(page.Headers.GetValues("Set-Cookie"), c => Assert.Contains("secure", c, StringComparison.OrdinalIgnoreCase));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/anmelden");
        request.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        var (mail, password) = https.Demo("citizen")[0];
        request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", form.Form("anmelden")!.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")), new("_handler", "anmelden"), new("Form.Mail", mail), new("Form.Password", password)]);
        using var entered = await proxied.SendAsync(request, TestContext.Current.CancellationToken);
        var cookies = entered.Headers.GetValues("Set-Cookie").ToArray();
        Assert.All(new[] { "__Host-hub-login", "__Host-hub-geraet" }, name => Assert.Contains(cookies, c => c.StartsWith(name + "=", StringComparison.Ordinal)));
        Assert.All(cookies, c => Assert.True(new[] { "secure", "httponly", "samesite=lax", "path=/" }.All(flag => c.Contains(flag, StringComparison.OrdinalIgnoreCase)) && !c.Contains("domain=", StringComparison.OrdinalIgnoreCase), c));

        static async Task<Look> LogIn(Guest guest)
        {
            var (mail, password) = guest.Hub.Demo("citizen")[0];
            return await guest.LogsIn(mail, password);
        }

        static void Check(Guest guest, string name, bool isSecure, Look entered)
        {
            var cookie = Assert.Single(entered.Message.Headers.GetValues("Set-Cookie"), c => c.StartsWith(name + "=", StringComparison.Ordinal));
            Assert.Equal((true, isSecure), (cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase) && cookie.Contains("samesite=lax", StringComparison.OrdinalIgnoreCase), cookie.Contains("secure", StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Theory, InlineData("//boese.example"), InlineData("/\\boese.example"), InlineData("https://boese.example"), InlineData("javascript:alert(1)"), InlineData("/\t/boese.example")]
    public async Task A_log_in_never_leads_to_another_host(string target)
    {
        var hub = await home.Hub();
        using var emil = new Guest(hub);
        var mail = await emil.Settles("emil");
        Assert.Equal("/", (await emil.LogsIn(mail, Newcomer.Password, target)).Location);
        using var other = new Guest(hub);
        var page = await other.Sees("/anmelden?ziel=" + Uri.EscapeDataString(target));
        Assert.Equal("/", page.Form("passkey")!.QuerySelector("[name=ziel]")!.GetAttribute("value"));
        Assert.Equal("/anmelden?fehler=passkey&ziel=%2F", (await other.Sends(page, "passkey", ("ziel", target), ("credential", "{}"), ("ticket", "ABC"))).Location);
    }

    [Fact]
    public async Task Name_and_language_are_changed_and_seen_at_once()
    {
        var hub = await home.Hub();
        using var fee = new Guest(hub);
        var mail = await fee.Settles("fee");
        await fee.LogsIn(mail, Newcomer.Password);
        Assert.NotNull((await fee.Sends("/konto", "profil", ("Profile.Name", " "), ("Profile.Language", "de"))).Page.QuerySelector("#name-error"));
        Assert.Equal(HttpStatusCode.BadRequest, (await fee.Sends("/konto", "profil", ("Profile.Name", "Fee"), ("Profile.Language", "xx"))).Status);
        Assert.Equal("/konto?ok=profil", (await fee.Sends("/konto", "profil", ("Profile.Name", "Fee <b>Adler</b>"), ("Profile.Language", "en"))).Location);
        var page = await fee.Sees("/");
        Assert.Contains("Fee &lt;b&gt;Adler", page.Page.QuerySelector(".account summary")!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal("en", await hub.Ask<string>("select \"Language\" from people.users where \"Email\" = $1", mail));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", "Edge, Windows")]
    [InlineData("curl/8", "")]
    public void Devices_have_words_people_know(string agent, string words) => Assert.Equal(words, Device.Of(agent));
}
