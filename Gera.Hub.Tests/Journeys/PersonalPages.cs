using Gera.Hub.People.Mail;
using Gera.Hub.People.Notices;
using Gera.Hub.Tests.People.Data;
using Gera.Hub.Tests.People.Mail;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>Personal pages in a browser: for everyone, wide and narrow, in both languages; and a person's way out.</summary>
public sealed class PersonalPages(HubFixture home, Browser browser)
{
    public static readonly TheoryData<string, string> Pages = new()
    {
        { "/mein-hub", "leader" }, { "/mein-hub", "citizen" }, { "/konto/benachrichtigungen", "citizen" }, { "/konto/daten", "citizen" }, { "/konto/daten/ansicht", "leader" },
        { "/konto/geloescht", "" }, { "/datenschutz/fristen", "" }, { "/abbestellen/unbekannt", "" }, { "{unsubscribe}", "" }, { "/verwaltung/postausgang", "admin" }, { "{mail}", "admin" },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Pages))]
    public async Task Is_for_everyone(string path, string role)
    {
        var hub = await home.Hub();
        var jonas = await home.Jonas();
        await Fill(hub, jonas.Caller.User!.Value);
        var address = path.Replace("{unsubscribe}", hub.Services.GetRequiredService<UnsubscribeCodes>().Path(Guid.Empty, ["answer"]), StringComparison.Ordinal)
            .Replace("{mail}", "/verwaltung/postausgang/" + await Posted(hub), StringComparison.Ordinal);
        foreach (var (width, language) in new[] { (1280, "de"), (320, "de"), (320, "en") })
        {
            await using var visitor = await browser.Visitor(hub, width, 900);
            await visitor.Page.Context.AddCookiesAsync([new Cookie { Name = "sprache", Value = language, Url = hub.Address.ToString() }]);
            if (role.Length > 0) await visitor.LogsIn(hub.Demo(role)[0], address);
            else await visitor.Goes(address);
            await visitor.Page.Locator("main h1").First.WaitForAsync();
            Assert.Equal(language, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
            await visitor.Keeps($"personal{path.Replace('/', '-').Trim('{', '}')}-{role}-{width}-{language}.png");
            if (path == "{mail}")
            {
                // Nothing runs in the frame, axe neither: it is looked at for its name and its lock, and then taken out.
                var frame = visitor.Page.Locator("iframe.mail");
                Assert.Equal("", await frame.GetAttributeAsync("sandbox"));
                Assert.False(string.IsNullOrEmpty(await frame.GetAttributeAsync("title")));
                await frame.EvaluateAsync("frame => frame.remove()");
            }
            Assert.Empty(await visitor.Barriers());
            Assert.True(await visitor.FitsInWidth(), $"{path} scrolls sideways at {width} pixels.");
        }
    }

    [Fact]
    public async Task Only_administrators_know_of_the_post()
    {
        var hub = await home.Hub();
        foreach (var role in new[] { "leader", "citizen", "moderator" })
        {
            using var person = await Leader.LogIn(hub, role, 0);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await person.Get("/verwaltung/postausgang")).Status);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await person.Get("/verwaltung/postausgang/" + await Posted(hub))).Status);
        }
        using var anke = await Leader.LogIn(hub, "admin", 0);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await anke.Get("/verwaltung/postausgang")).Status);
        foreach (var odd in new[] { "..%2F..%2Fhub", "gibt-es-nicht" }) Assert.Equal(System.Net.HttpStatusCode.NotFound, (await anke.Get("/verwaltung/postausgang/" + odd)).Status);
    }

    [Fact]
    public async Task Somebody_reads_a_notice_sets_the_rhythm_revokes_and_leaves()
    {
        var hub = await home.Own();
        using var person = await Canary.Arrives(hub);
        var id = person.Caller.User!.Value;
        await Tell(hub, id, "Lusan");
        await hub.Tamper("""insert into people.consents ("Id", "UserId", "Kind", "Version", "At") values (gen_random_uuid(), $1, 'newsletter', '2026-11', now())""", id);
        await using var visitor = await browser.Visitor(hub, 1280, 900);
        await visitor.LogsIn((Canary.Mail, Canary.Password), "/mein-hub");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Ihre Frage in „Lusan“ wurde beantwortet." }).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/datenschutz/fristen");
        await visitor.Goes("/mein-hub");
        await visitor.SeesNothingOf("Ihre Frage in");

        await visitor.Goes("/konto/benachrichtigungen");
        await visitor.Page.Locator("select[name='kind.answer']").SelectOptionAsync("Weekly");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await visitor.Sees("Gespeichert.");
        await visitor.Goes("/konto/benachrichtigungen");
        Assert.Equal("Weekly", await visitor.Page.Locator("select[name='kind.answer']").InputValueAsync());

        await visitor.Goes("/konto/daten");
        await visitor.Page.Locator("form[action*='/einwilligung/'] button").ClickAsync();
        await visitor.Sees("widerrufen am");
        await visitor.Page.Locator("input[name='Form.Mail']").FillAsync("falsch@gera.example");
        await visitor.Page.Locator("input[name='Form.Password']").FillAsync(Canary.Password);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Konto endgültig löschen" }).ClickAsync();
        await visitor.Sees("Das ist nicht die E-Mail-Adresse dieses Kontos.");
        Assert.Equal("falsch@gera.example", await visitor.Page.Locator("input[name='Form.Mail']").InputValueAsync());
        await visitor.Page.Locator("input[name='Form.Mail']").FillAsync(Canary.Mail);
        await visitor.Page.Locator("input[name='Form.Password']").FillAsync(Canary.Password);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Konto endgültig löschen" }).ClickAsync();
        await visitor.Sees("Ihr Konto ist gelöscht");
        Assert.Empty(await Canary.Found(hub, Canary.Traces));
        Assert.DoesNotContain(await visitor.Page.Context.CookiesAsync(), c => c.Name.Contains("login", StringComparison.Ordinal));
        await visitor.Goes("/mein-hub");
        await visitor.Sees("Anmelden");
    }

    private static async Task Fill(RunningHub hub, Guid person)
    {
        await Tell(hub, person, "Ein sehr langer Titel mit Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung " + Hostile.All[0]);
        await hub.Tamper("""insert into people.consents ("Id", "UserId", "Kind", "Version", "At") select gen_random_uuid(), $1, 'rules', '2026-11', now() where not exists (select from people.consents where "UserId" = $1)""", person);
    }

    private static async Task Tell(RunningHub hub, Guid person, string title)
    {
        await using var session = hub.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        hub.Services.GetRequiredService<Noticeboard>().Tell(session, person, "answer", "hall:1", new { title }, "/datenschutz/fristen");
        await session.SaveChangesAsync(Stop);
    }

    /// <summary>A mail in the folder; its name.</summary>
    private static async Task<string> Posted(RunningHub hub)
    {
        var folder = hub.Services.GetRequiredService<FolderCarrier>().Folder;
        await using var session = hub.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        hub.Services.GetRequiredService<Outbox>().Post(session, new Letter(ProbeTemplate.Name, new { words = "Probe " + Hostile.All[1], unsubscribe = true }, await hub.Ask<Guid>("select \"Id\" from people.users where \"Email\" = $1", hub.Demo("citizen")[0].Mail)));
        await session.SaveChangesAsync(Stop);
        await Eventually.Holds(() => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.eml").Any(), "No mail came.");
        return Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(folder, "*.eml").Order(StringComparer.Ordinal).Last());
    }
}
