using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>Every page that exists: no barrier axe can find, no sideways scrolling at 320 pixels, no third party, no refused script.</summary>
public sealed class EveryPage(HubFixture home, Browser browser)
{
    public static readonly TheoryData<string, bool> Pages = new()
    {
        { "/", false }, { "/live", false }, { "/live/{code}", false }, { "/live/{code}/wand", false }, { "/live/{code}/fragen", false },
        { "/live/{code}/zaehlung/{poll}", false }, { "/live/{code}/protokoll", false }, { "/anmelden", false }, { "/gibt-es-nicht", false },
        { "/gruppen", false }, { "/gruppen/stadt", false }, { "/einladung/unbekannt", false }, { "/wohnsitz", true }, { "/konto/sperre", true }, { "/leitung", true }, { "/live/{code}/leitung", true },
        { "/registrieren", false }, { "/passwort-vergessen", false }, { "/passwort-neu/ABC", false }, { "/konto/bestaetigen/ABC", false }, { "/konto/adresse/ABC", false }, { "/regeln", false },
        { "/konto", true }, { "/konto/sicherheit", true }, { "/konto/sicherheit/zweiter-faktor", true }, { "/konto/sicherheit/codes", true }, { "/konto/geraete", true },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_for_everyone(string path, bool leader)
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code, new { question = "Soll die Sorge autofrei werden?", kind = "motion", options = Array.Empty<string>() });
        var address = path.Replace("{code}", code, StringComparison.Ordinal).Replace("{poll}", poll, StringComparison.Ordinal);
        foreach (var width in new[] { 1280, 320 })
        {
            await using var visitor = await browser.Visitor(jonas.Hub, width, 900);
            if (leader) await visitor.LogsIn(jonas.Hub.Demo("leader")[0], address);
            else await visitor.Goes(address);
            if (leader) await visitor.Page.Locator("main h1, main h2").First.WaitForAsync();
            Assert.Empty(await visitor.Barriers());
            Assert.True(await visitor.FitsInWidth(), $"{path} scrolls sideways at {width} pixels.");
            if (path == "/" && width == 1280) await visitor.Keeps("home.png");
        }
    }

    public static readonly TheoryData<string, string> Personal = new()
    {
        { "/registrieren", "" }, { "/anmelden", "" }, { "/passwort-vergessen", "" }, { "/einladung/unbekannt", "" }, { "/erster-start", "" }, { "/datenschutz/fristen", "" },
        { "/konto", "citizen" }, { "/konto/sicherheit", "citizen" }, { "/konto/sicherheit/zweiter-faktor", "citizen" }, { "/konto/sicherheit/codes", "citizen" }, { "/konto/geraete", "citizen" },
        { "/konto/benachrichtigungen", "citizen" }, { "/konto/daten", "citizen" }, { "/konto/daten/ansicht", "citizen" }, { "/konto/sperre", "citizen" }, { "/mein-hub", "citizen" }, { "/wohnsitz", "citizen" },
    };

    [Theory]
    [MemberData(nameof(Personal))]
    public async Task Is_for_everyone_in_English(string path, string role)
    {
        var hub = await home.Hub();
        await using var visitor = await browser.Visitor(hub);
        await visitor.Page.Context.AddCookiesAsync([new() { Name = "sprache", Value = "en", Url = hub.Address.ToString() }]);
        if (role.Length > 0) await visitor.LogsIn(hub.Demo(role)[0], path);
        else await visitor.Goes(path);
        Assert.Equal("en", await visitor.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Empty(await visitor.Barriers());
        Assert.True(await visitor.FitsInWidth(), $"{path} scrolls sideways.");
        // What people wrote stays in their language.
        if (path is not "/mein-hub" and not "/konto/daten/ansicht") Assert.DoesNotMatch("(?i)\\b(und|nicht|Ihre?|bitte|wird|werden|oder)\\b", await visitor.Page.Locator("main").InnerTextAsync());
    }
}
