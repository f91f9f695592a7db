using System.Text.Json;
using Gera.Hub.Tests.People.Accounts;
using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>From a stranger's first page to their last, on a telephone 320 pixels wide; what they decided with others stays.</summary>
public sealed class WholeJourney(HubFixture home, Browser browser)
{
    private static readonly string[] Places = ["Küchengarten", "Biermannplatz", "Uferweg"];

    [Fact]
    public async Task Ella_comes_votes_by_passkey_and_leaves_and_the_count_does_not_move()
    {
        var hub = await home.Hub();
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session("account");
        var question = $"Wo soll die Bank in {code} stehen?";
        var poll = await jonas.Open(code, new { question, kind = "single", options = Places });
        // Keys belong to a name, not to a number.
        await using var ella = await browser.Visitor(new UriBuilder(hub.Address) { Host = "localhost" }.Uri, 320, 700);
        await ella.Keys();
        var mail = Newcomer.Mail("ella");
        await Registers(ella, hub, mail);
        await AddsKey(ella);
        await ella.LogsOut();

        await ella.Goes($"/live/{code}");
        await Fits(ella);
        await ella.Page.Locator(".seat-door a").ClickAsync();
        await ella.ShowsKey($"/live/{code}");
        await Assertions.Expect(ella.Page.Locator("form.ballot")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await ella.Page.GetByText("Uferweg").First.ClickAsync();
        await ella.Votes();
        await ella.Sees("Sie haben gewählt: Uferweg");
        await Fits(ella);
        await jonas.Close(poll);
        await ella.Sees("Die Abstimmung ist geschlossen.");
        await Fits(ella);
        var closed = await Count(jonas, poll);
        Assert.Equal(1, closed.Voters);

        await ella.Goes("/mein-hub");
        await Fits(ella);
        await ella.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = question }).ClickAsync();
        await ella.Page.WaitForURLAsync($"**/zaehlung/{poll}");
        await ella.Goes("/konto/daten");
        await Fits(ella);
        var waits = ella.Page.WaitForDownloadAsync();
        await ella.Page.Locator("main a[download]").ClickAsync();
        await using (var file = await (await waits).CreateReadStreamAsync())
        {
            using var data = await JsonDocument.ParseAsync(file, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Contains(mail, data.RootElement.GetRawText(), StringComparison.Ordinal);
            Assert.Contains(question, data.RootElement.GetRawText(), StringComparison.Ordinal);
        }

        await ella.Page.Locator("input[name='Form.Mail']").FillAsync(mail);
        await ella.Page.Locator("input[name='Form.Password']").FillAsync(Newcomer.Password);
        await ella.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Konto endgültig löschen" }).ClickAsync();
        await ella.Sees("Ihr Konto ist gelöscht");
        await Fits(ella);
        Assert.Equal(0L, await hub.Ask<long>("""select count(*) from people.users where "Email" = $1""", mail));
        Assert.Equal(closed, await Count(jonas, poll));
        // The key is still in the telephone and opens nothing.
        await ella.Goes("/anmelden");
        await ella.ShowsKey("/anmelden?fehler=passkey");
        await ella.Sees("Die Anmeldung mit Passkey hat nicht geklappt");
    }

    private static async Task Registers(Visitor ella, RunningHub hub, string mail)
    {
        await ella.Goes("/registrieren");
        await ella.Page.GetByLabel("E-Mail-Adresse").FillAsync(mail);
        await ella.Page.GetByLabel("Name oder Pseudonym").FillAsync("Ella Kurz");
        await ella.Page.GetByLabel("Passwort").FillAsync(Newcomer.Password);
        await ella.Page.GetByLabel("Ich stimme den Regeln zu").CheckAsync();
        await Fits(ella);
        await ella.Page.Locator("main form button").ClickAsync();
        await ella.Goes("/konto/bestaetigen/" + await Newcomer.Code(hub, "confirm", mail));
        await ella.Page.Locator("main form button").ClickAsync();
        await ella.Sees("Ihr Konto ist bereit");
        await ella.LogsIn((mail, Newcomer.Password), "/konto/sicherheit");
    }

    private static async Task AddsKey(Visitor ella)
    {
        await ella.Page.GetByLabel("Name des Passkeys").FillAsync("Mein Telefon");
        await ella.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Passkey hinzufügen" }).ClickAsync();
        await ella.Sees("Ihr Passkey ist eingerichtet");
        await Fits(ella);
    }

    private static async Task<(int Voters, string Votes, string Head, string Record)> Count(Leader jonas, string poll)
    {
        var seen = await jonas.Get($"/api/live/polls/{poll}");
        return (seen["voters"].GetInt32(), seen["options"].GetRawText(), seen["head"].GetString()!, (await jonas.Get($"/api/live/polls/{poll}/record")).Raw);
    }

    private static async Task Fits(Visitor ella)
    {
        Assert.Empty(await ella.Barriers());
        Assert.True(await ella.FitsInWidth(), $"{ella.Page.Url} scrolls sideways at 320 pixels.");
    }
}
