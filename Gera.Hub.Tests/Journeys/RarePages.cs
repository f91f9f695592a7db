using Gera.Hub.Tests.People.Accounts;
using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>Pages that are seen once or seldom: for everyone all the same, wide and narrow, in both languages.</summary>
public sealed class RarePages(HubFixture home, Browser browser)
{
    public static readonly TheoryData<int, string> Screens = new() { { 1280, "de" }, { 320, "de" }, { 1280, "en" }, { 320, "en" } };

    [Theory, MemberData(nameof(Screens))]
    public async Task The_first_start_is(int width, string language)
    {
        await using var hub = await home.Brief(("Hub:Demo", "false"));
        await using var anke = await Reader(hub, width, language);
        await anke.Goes("/erster-start");
        await Fits(anke, $"first-start-{width}-{language}.png");
        await anke.Page.Locator("main form button").ClickAsync();
        await anke.Page.Locator(".field-error, [role=alert]").First.WaitForAsync();
        await Fits(anke, $"first-start-refused-{width}-{language}.png");
    }

    [Theory, MemberData(nameof(Screens))]
    public async Task The_way_in_with_an_identity_of_the_city_is(int width, string language)
    {
        await using var city = await CityProvider.Start();
        await using var hub = await home.Brief(city.Settings);
        city.Person = Citizen.New("Elster", town: "16052");
        using var guest = new Guest(hub);
        var page = await guest.Proves("/mein-hub");
        await using var ada = await Reader(hub, width, language);
        await Takes(ada, guest);
        await ada.Goes(page.Path);
        await Fits(ada, $"city-new-{width}-{language}.png");
        await guest.Sends(page, "neu", ("Form.Name", "Elster-Ente"), ("Form.Rules", "true"));

        // Somebody with an account of their own links another identity to it.
        city.Person = Citizen.New("Kranich");
        var somebody = await Somebody.WithPassword(hub);
        using var other = new Guest(hub);
        await other.LogsIn(somebody.Mail, somebody.Person.Password);
        var link = await other.Follows("/konto/stadt");
        Assert.StartsWith("/konto/sicherheit/verknuepfen", link.Path, StringComparison.Ordinal);
        await using var bo = await Reader(hub, width, language);
        await Takes(bo, other);
        await bo.Goes(link.Path);
        await Fits(bo, $"city-link-{width}-{language}.png");
    }

    [Theory, MemberData(nameof(Screens))]
    public async Task A_persons_file_with_the_reset_of_a_factor_and_the_sweep_are(int width, string language)
    {
        await using var hub = await home.Brief();
        var ada = await Somebody.In(hub, name: "Ada mit einem recht langen Namen von Donaudampfschiff");
        await hub.Tamper("update people.users set \"TwoFactorEnabled\" = true where \"Id\" = $1", ada.Id);
        await using var anke = await Reader(hub, width, language);
        await anke.LogsIn(hub.Demo("admin")[0], $"/verwaltung/personen/{ada.Id}");
        await anke.Page.Locator("main details summary").First.WaitForAsync();
        foreach (var summary in await anke.Page.Locator("main details summary").AllAsync()) await summary.ClickAsync();
        await Fits(anke, $"person-{width}-{language}.png");
        await anke.Goes("/verwaltung/post");
        await anke.Page.Locator("main a[href='/verwaltung/postausgang']").WaitForAsync();
        await Fits(anke, $"post-{width}-{language}.png");
        await anke.Goes("/verwaltung/zustand");
        await anke.Page.Locator("main section.panel button").ClickAsync();
        await anke.Page.Locator("main section.panel p[role=status]").WaitForAsync(new() { Timeout = 120_000 });
        await Fits(anke, $"health-{width}-{language}.png");
    }

    private async Task<Visitor> Reader(RunningHub hub, int width, string language)
    {
        var reader = await browser.Visitor(hub, width, 900);
        await reader.Page.Context.AddCookiesAsync([new Cookie { Name = "sprache", Value = language, Url = hub.Address.ToString() }]);
        return reader;
    }

    /// <summary>Goes on in a browser where somebody without script has got to.</summary>
    private static Task Takes(Visitor reader, Guest guest) =>
        reader.Page.Context.AddCookiesAsync(guest.Cookies.GetCookies(guest.Hub.Address).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = guest.Hub.Address.ToString() }));

    private static async Task Fits(Visitor reader, string picture)
    {
        if (Environment.GetEnvironmentVariable("HUB_PICTURES") is { Length: > 0 } folder) await reader.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, picture), FullPage = true });
        Assert.Empty(await reader.Barriers());
        Assert.True(await reader.FitsInWidth(), $"{reader.Page.Url} scrolls sideways.");
    }
}
