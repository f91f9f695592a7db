using System.Net;
using Gera.Hub.Features.Portal.Newsletter;
using Gera.Hub.Features.Portal.Pages;
using Gera.Hub.People.Accounts;
using Gera.Hub.People.Grants;
using Gera.Hub.People.Mail;
using Gera.Hub.People.Notices;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gera.Hub.Tests.People.Accounts;

/// <summary>Links out of mails do one thing, once, for a while, and log nobody in.</summary>
public sealed class MailLinkTests(HubFixture home)
{
    /// <summary>Kinds of mails whose link carries a secret: where it leads, its form, what is typed there, and what is said once it is done.</summary>
    private static readonly Dictionary<string, (string Path, string Form, (string, string)[] Typed, string Done)> Secrets = new()
    {
        ["confirm"] = ("/konto/bestaetigen/", "bestaetigen", [], "Ihr Konto ist bereit"),
        ["reset"] = ("/passwort-neu/", "neu", [("Form.Password", "Ganz anderes Wort 7")], "Ihr neues Passwort gilt"),
        ["confirm-mail"] = ("/konto/adresse/", "adresse", [], "Die neue Adresse gilt"),
        ["invitation"] = ("/einladung/", "", [], ""),
        [DigestMail.Name] = ("/abbestellen/", "", [], ""),
        // A page to read: what was written, and the answer.
        [FeedbackMails.Taken] = ("/rueckmeldung/", "", [], ""),
        [PressContactMail.Name] = ("/newsletter/abmelden/", "", [], ""),
        [NewsMail.Name] = ("/newsletter/abmelden/", "", [], ""),
    };

    public static TheoryData<string> Kinds => [.. Secrets.Keys.Where(k => k != DigestMail.Name && k != NewsMail.Name && k != FeedbackMails.Taken && k != PressContactMail.Name)];

    // Known bad: a template that carries a code to a page nobody has looked at here.
    [Fact]
    public async Task Every_mail_with_a_secret_in_its_link_is_known_here_and_all_others_lead_to_plain_pages()
    {
        var hub = await home.Hub();
        await using var scope = hub.Services.CreateAsyncScope();
        foreach (var template in scope.ServiceProvider.GetServices<IMailTemplate>().Where(t => t is not Mail.ProbeTemplate))
        {
            var words = template.Write(Some.Json(Mail.TemplateTests.Example(template.Kind)));
            var links = new[] { words.Button?.Path, words.Unsubscribe }.OfType<string>().ToArray();
            foreach (var link in links.Where(l => l.Contains("ABC", StringComparison.Ordinal) || l == words.Unsubscribe)) Assert.StartsWith(Secrets[template.Kind].Path, link, StringComparison.Ordinal);
            using var fresh = new Guest(hub);
            foreach (var link in links) NotIn(await fresh.Sees(link));
            Assert.StartsWith("/anmelden", (await fresh.Sees("/konto")).Location, StringComparison.Ordinal);
        }
    }

    // Known bad: signing in after ConfirmAccount or ResetPassword "because the address is proven now".
    [Theory, MemberData(nameof(Kinds))]
    public async Task A_link_with_a_secret_works_once_and_logs_nobody_in(string kind)
    {
        var hub = await home.Hub();
        var (path, form, typed, done) = Secrets[kind];
        using var fresh = new Guest(hub);
        var link = path + await Code(hub, kind);
        NotIn(await fresh.Sees(link));
        if (form.Length == 0)
        {
            // An invitation is taken by whoever is logged in; by itself it offers the log-in.
            var page = await fresh.Sees(link);
            Assert.Empty(page.Page.QuerySelectorAll("main form"));
            Assert.Contains("/anmelden?ziel=", page.Page.QuerySelector("main a.primary")!.GetAttribute("href"), StringComparison.Ordinal);
        }
        else
        {
            var first = await fresh.Sends(link, form, typed);
            NotIn(first);
            Assert.Contains(done, first.Text, StringComparison.Ordinal);
            using var second = new Guest(hub);
            var again = await second.Sends(link, form, typed);
            NotIn(again);
            Assert.DoesNotContain(done, again.Text, StringComparison.Ordinal);
            Assert.Contains("schon benutzt", again.Text, StringComparison.Ordinal);
        }
        Assert.StartsWith("/anmelden", (await fresh.Sees("/konto")).Location, StringComparison.Ordinal);
    }

    // Known bad: a code that is taken without a look at its day.
    [Theory, MemberData(nameof(Kinds))]
    public async Task A_link_that_is_over_does_nothing(string kind)
    {
        var hub = await home.Hub();
        var (path, form, typed, done) = Secrets[kind];
        var code = await Code(hub, kind);
        Assert.Equal(1, await hub.Tamper("update people.codes set \"Until\" = now() - interval '1 second' where \"Hash\" in ($1, $2, $3, $4)", Hashes(code)));
        using var fresh = new Guest(hub);
        if (form.Length == 0) Assert.Equal(HttpStatusCode.NotFound, (await fresh.Sees(path + code)).Status);
        else Assert.DoesNotContain(done, (await fresh.Sends(path + code, form, typed)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await hub.Ask<long>("select count(*) from people.codes where \"Hash\" in ($1, $2, $3, $4) and \"UsedAt\" is null", Hashes(code)));
    }

    [Fact]
    public async Task A_code_of_one_kind_opens_no_other_page()
    {
        var hub = await home.Hub();
        var code = await Code(hub, "confirm-mail");
        foreach (var (kind, (path, form, typed, done)) in Secrets.Where(s => s.Value.Form.Length > 0 && s.Key != "confirm-mail"))
        {
            using var fresh = new Guest(hub);
            var answer = await fresh.Sends(path + code, form, typed);
            Assert.False(answer.Text.Contains(done, StringComparison.Ordinal), $"{kind} took a code of another kind.");
        }
    }

    private static object[] Hashes(string code) => [.. new[] { OpenAccountVerb.Purpose, ForgotPasswordVerb.Purpose, ChangeMailVerb.Purpose, Offer.Purpose }.Select(p => OneTimeCodes.Hash(p, code))];

    private static void NotIn(Look answer) =>
        Assert.False(answer.Message.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.Contains("hub-login", StringComparison.Ordinal)), $"{answer.Path} logs in.");

    /// <summary>A mail of that kind for somebody of their own; the secret of its link.</summary>
    private static async Task<string> Code(RunningHub hub, string kind)
    {
        using var guest = new Guest(hub);
        var mail = Newcomer.Mail("post");
        switch (kind)
        {
            case "confirm":
                await guest.Registers(mail);
                return await Newcomer.Code(hub, kind, mail);
            case "reset":
                var forgetful = await guest.Settles("vergesslich");
                await guest.Sends("/passwort-vergessen", "vergessen", ("Form.Mail", forgetful));
                return await Newcomer.Code(hub, kind, forgetful);
            case "confirm-mail":
                Assert.Null(await (await Somebody.In(hub)).Asks(new ChangeMail(mail)));
                return await Newcomer.Code(hub, kind, mail);
            default:
                Assert.Null(await (await Somebody.Administrator(hub)).Asks(new Invite(mail, Role.Press, null, "Für den Herbst")));
                return await Newcomer.Code(hub, kind, mail);
        }
    }
}
