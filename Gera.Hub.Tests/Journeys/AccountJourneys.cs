using Gera.Hub.Tests.People.Accounts;
using Microsoft.Playwright;

namespace Gera.Hub.Tests.Journeys;

/// <summary>From a stranger to somebody who logs in with a fingerprint, in a browser with a key of its own.</summary>
public sealed class AccountJourneys(HubFixture home, Browser browser)
{
    [Fact]
    public async Task Ada_opens_an_account_adds_a_passkey_and_logs_in_with_it()
    {
        var hub = await home.Hub();
        // Keys belong to a name, not to a number.
        var named = new UriBuilder(hub.Address) { Host = "localhost" }.Uri;
        await using var ada = await browser.Visitor(named, 390, 844);
        await ada.Keys();
        var mail = Newcomer.Mail("ada");
        await ada.Goes("/registrieren");
        await ada.Page.GetByLabel("E-Mail-Adresse").FillAsync(mail);
        await ada.Page.GetByLabel("Name oder Pseudonym").FillAsync("Ada Unger");
        await ada.Page.GetByLabel("Passwort").FillAsync(Newcomer.Password);
        await ada.Page.GetByLabel("Ich stimme den Regeln zu").CheckAsync();
        await ada.Keeps("register.png");
        await ada.Page.Locator("main form button").ClickAsync();
        await ada.Sees("Bitte sehen Sie in Ihr Postfach");

        await ada.Goes("/konto/bestaetigen/" + await Newcomer.Code(hub, "confirm", mail));
        await ada.Page.Locator("main form button").ClickAsync();
        await ada.Sees("Ihr Konto ist bereit");
        await ada.Page.Locator("main a.primary").ClickAsync();
        await ada.Page.GetByLabel("E-Mail-Adresse").FillAsync(mail);
        await ada.Page.GetByLabel("Passwort").FillAsync(Newcomer.Password);
        await ada.Keeps("log-in.png");
        await ada.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Anmelden", Exact = true }).ClickAsync();
        await ada.Sees("Willkommen im Hub!");
        Assert.Empty(await ada.Barriers());

        await ada.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Passkey einrichten" }).ClickAsync();
        await ada.Page.GetByLabel("Name des Passkeys").FillAsync("Mein Telefon");
        await ada.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Passkey hinzufügen" }).ClickAsync();
        await ada.Sees("Ihr Passkey ist eingerichtet");
        await Assertions.Expect(ada.Page.Locator("main li input[name='Named.Name']")).ToHaveValueAsync("Mein Telefon");
        Assert.Empty(await ada.Barriers());
        await ada.Keeps("security.png");

        await ada.LogsOut();
        await ada.Goes("/anmelden?ziel=%2Fkonto%2Fgeraete");
        await ada.ShowsKey("/konto/geraete");
        await ada.Sees("mit Passkey oder zweitem Faktor");
        Assert.Empty(await ada.Barriers());
        await ada.Keeps("devices.png");

        // Removed, it opens nothing any more; the page says so and keeps the password at hand.
        await ada.Goes("/konto/sicherheit");
        await ada.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Passkey entfernen: Mein Telefon" }).ClickAsync();
        await ada.Sees("Der Passkey ist entfernt");
        await ada.LogsOut();
        await ada.Goes("/anmelden");
        await ada.ShowsKey("/anmelden?fehler=passkey");
        await ada.Sees("Die Anmeldung mit Passkey hat nicht geklappt");
        await Assertions.Expect(ada.Page.GetByLabel("Passwort")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Dora_opens_an_account_with_script_off_on_a_narrow_screen()
    {
        var hub = await home.Hub();
        await using var dora = await browser.Visitor(new UriBuilder(hub.Address) { Host = "localhost" }.Uri, 320, 700, script: false);
        var mail = Newcomer.Mail("dora");
        await dora.Goes("/registrieren");
        await dora.Page.GetByLabel("E-Mail-Adresse").FillAsync(mail);
        await dora.Page.GetByLabel("Name oder Pseudonym").FillAsync("Dora");
        await dora.Page.GetByLabel("Passwort").FillAsync("kurz");
        await dora.Page.GetByLabel("Ich stimme den Regeln zu").CheckAsync();
        await dora.Page.Locator("main form button").ClickAsync();
        await dora.Sees("Das Passwort braucht mindestens 10 Zeichen");
        Assert.True(await dora.FitsInWidth());
        await Assertions.Expect(dora.Page.GetByLabel("E-Mail-Adresse")).ToHaveValueAsync(mail);
        await dora.Page.GetByLabel("Passwort").FillAsync(Newcomer.Password);
        await dora.Page.Locator("main form button").ClickAsync();
        await dora.Goes("/konto/bestaetigen/" + await Newcomer.Code(hub, "confirm", mail));
        await dora.Page.Locator("main form button").ClickAsync();
        await dora.Goes("/anmelden");
        await Assertions.Expect(dora.Page.Locator("#passkey")).ToBeHiddenAsync();
        await dora.LogsIn((mail, Newcomer.Password), "/konto");
        await dora.Goes("/konto/sicherheit/zweiter-faktor");
        await Assertions.Expect(dora.Page.Locator("svg.qr")).ToBeVisibleAsync();
        Assert.True(await dora.FitsInWidth());
        await dora.Keeps("second-factor.png");
    }
}
