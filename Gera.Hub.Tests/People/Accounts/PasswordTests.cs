using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Gera.Hub.Tests.People.Accounts;

/// <summary>Forgotten and changed passwords, changed addresses.</summary>
public sealed class PasswordTests(HubFixture home)
{
    private const string New = "Vier frische Wörter hier";

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_mail_and_ends_all_log_ins()
    {
        var hub = await home.Hub();
        using var ada = new Guest(hub);
        using var tablet = new Guest(hub);
        var mail = await ada.Settles("ada");
        await tablet.LogsIn(mail, Newcomer.Password);
        Assert.Equal(HttpStatusCode.OK, (await tablet.Sees("/konto")).Status);
        Assert.Contains("unterwegs", (await ada.Sends("/passwort-vergessen", "vergessen", ("Form.Mail", mail.ToUpperInvariant()))).Text, StringComparison.Ordinal);
        var link = "/passwort-neu/" + await Newcomer.Code(hub, "reset", mail);
        Assert.NotNull((await ada.Sends(link, "neu", ("Form.Password", "kurz"))).Page.QuerySelector("#password-error")); // a mistake does not use the link up
        Assert.Contains("neues Passwort gilt", (await ada.Sends(link, "neu", ("Form.Password", New))).Text, StringComparison.Ordinal);
        Assert.Contains("schon benutzt", (await ada.Sends(link, "neu", ("Form.Password", "Noch ein anderes Wort"))).Text, StringComparison.Ordinal);
        Assert.Equal("/anmelden?ziel=%2Fkonto", (await tablet.Sees("/konto")).Location);
        Assert.Equal("/anmelden?ziel=%2Fkonto", (await ada.Sees("/konto")).Location);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ada.LogsIn(mail, Newcomer.Password)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await ada.LogsIn(mail, New)).Status);
        Assert.Equal(1, await Newcomer.Mails(hub, "password-changed", mail));
    }

    [Fact]
    public async Task Asking_for_a_link_tells_nothing_of_an_address()
    {
        var hub = await home.Hub();
        using var bo = new Guest(hub);
        var known = await bo.Settles("bo");
        var (knownTook, unknownTook) = (new List<double>(), new List<double>());
        var pages = new HashSet<string>();
        for (var n = 0; n < 5; n++)
        {
            pages.Add(await Timed(known, knownTook));
            pages.Add(await Timed(Newcomer.Mail("niemand"), unknownTook));
        }
        Assert.Single(pages);
        Assert.Equal(AccountRules.MailsAnHour, await Newcomer.Mails(hub, "reset", known));
        Assert.InRange(RegistrationTests.Median(knownTook) / RegistrationTests.Median(unknownTook), 0.6, 1.7);

        async Task<string> Timed(string mail, List<double> took)
        {
            var form = await bo.Sees("/passwort-vergessen");
            var began = Stopwatch.GetTimestamp();
            var answer = await bo.Sends(form, "vergessen", ("Form.Mail", mail));
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            return answer.Text;
        }
    }

    [Fact]
    public async Task Of_fifty_who_use_one_reset_link_at_once_one_succeeds()
    {
        var hub = await home.Hub();
        using var cem = new Guest(hub);
        var mail = await cem.Settles("cem");
        await cem.Sends("/passwort-vergessen", "vergessen", ("Form.Mail", mail));
        var code = await Newcomer.Code(hub, "reset", mail);
        // Hashing fifty passwords takes the hub longer than its patience, so some are told to come back; none of them succeeds.
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => hub.Door.Send<ResetPassword, Done>(new ResetPassword(code, $"Passwort Nummer {n} von 50"), Caller.Nobody, TestContext.Current.CancellationToken)));
        Assert.Single(answers, a => a.Granted);
        Assert.All(answers.Where(a => !a.Granted), a => Assert.Contains(a.Refusal!.Code, new[] { "code_invalid", "busy" }));
        var winner = Array.FindIndex(answers, a => a.Granted);
        Assert.Equal(HttpStatusCode.Redirect, (await cem.LogsIn(mail, $"Passwort Nummer {winner} von 50")).Status);
    }

    [Fact]
    public async Task A_reset_link_is_over_after_an_hour_and_a_code_is_good_for_its_purpose_only()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var hub = await RunningHub.On(await home.NewDatabase(), clock);
        using var dora = new Guest(hub);
        var mail = await dora.Settles("dora");
        await dora.Sends("/passwort-vergessen", "vergessen", ("Form.Mail", mail));
        var code = await Newcomer.Code(hub, "reset", mail);
        Assert.Contains("unbekannt", (await dora.Sends("/konto/bestaetigen/" + code, "bestaetigen")).Text, StringComparison.Ordinal);
        clock.Advance(ForgotPasswordVerb.Life + TimeSpan.FromSeconds(1));
        Assert.Contains("abgelaufen", (await dora.Sends("/passwort-neu/" + code, "neu", ("Form.Password", New))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_address_counts_once_its_link_is_used_and_the_old_one_hears_of_it()
    {
        var hub = await home.Hub();
        using var emil = new Guest(hub);
        var old = await emil.Settles("emil");
        var now = Newcomer.Mail("emil");
        await emil.LogsIn(old, Newcomer.Password);
        Assert.Equal("/konto?ok=adresse", (await emil.Sends("/konto", "adresse", ("Address.Mail", now))).Location);
        Assert.Contains(old, (await emil.Sees("/konto")).Text, StringComparison.Ordinal);
        Assert.Contains("gilt ab jetzt", (await emil.Sends("/konto/adresse/" + await Newcomer.Code(hub, "confirm-mail", now), "adresse")).Text, StringComparison.Ordinal);
        await Eventually.Holds(() => Newcomer.Read(hub, old).Any(text => text.Contains("hat eine neue E-Mail-Adresse", StringComparison.Ordinal)), "The old address heard nothing.");
        using var again = new Guest(hub);
        Assert.Equal(HttpStatusCode.Unauthorized, (await again.LogsIn(old, Newcomer.Password)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await again.LogsIn(now, Newcomer.Password)).Status);
    }

    [Fact]
    public async Task Another_accounts_address_is_not_taken_and_asking_for_it_tells_nothing()
    {
        var hub = await home.Hub();
        using var fee = new Guest(hub);
        using var gil = new Guest(hub);
        var (mine, hers) = (await gil.Settles("gil"), await fee.Settles("fee"));
        await gil.LogsIn(mine, Newcomer.Password);
        Assert.Equal("/konto?ok=adresse", (await gil.Sends("/konto", "adresse", ("Address.Mail", hers))).Location);
        Assert.Contains("schon ein Konto", (await gil.Sends("/konto/adresse/" + await Newcomer.Code(hub, "confirm-mail", hers), "adresse")).Text, StringComparison.Ordinal);
        Assert.Contains(mine, (await gil.Sees("/konto")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_keys_asks_for_a_fresh_log_in_and_a_new_password_ends_the_others()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var hub = await RunningHub.On(await home.NewDatabase(), clock);
        using var hanna = new Guest(hub);
        using var tablet = new Guest(hub);
        var mail = await hanna.Settles("hanna");
        await hanna.LogsIn(mail, Newcomer.Password);
        await tablet.LogsIn(mail, Newcomer.Password);
        clock.Advance(AccountRules.Fresh + TimeSpan.FromSeconds(1));
        var refused = await hanna.Sends("/konto/sicherheit", "passwort", ("Password.Password", New));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("noch einmal an", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await hanna.Sends("/konto", "adresse", ("Address.Mail", Newcomer.Mail("x")))).Status);
        await hanna.LogsIn(mail, Newcomer.Password, "/konto/sicherheit");
        Assert.Equal("/konto/sicherheit?ok=passwort", (await hanna.Sends("/konto/sicherheit", "passwort", ("Password.Password", New))).Location);
        Assert.Equal(HttpStatusCode.OK, (await hanna.Sees("/konto")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await tablet.Sees("/konto")).Status);
    }

    [Fact]
    public async Task The_demo_people_keep_address_and_password()
    {
        var hub = await home.Hub();
        using var guest = new Guest(hub);
        var (mail, password) = hub.Demo("citizen")[0];
        await guest.LogsIn(mail, password);
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.Sends("/konto/sicherheit", "passwort", ("Password.Password", New))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.Sends("/konto", "adresse", ("Address.Mail", Newcomer.Mail("x")))).Status);
    }
}
