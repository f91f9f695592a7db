using System.Globalization;
using System.Text.Json;
using Gera.Hub.People.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.People.Accounts;

/// <summary>Mails about accounts read well in both languages and their links do one thing.</summary>
public sealed class MailTests(HubFixture home)
{
    [Theory]
    [InlineData("confirm", """{"code":"ABC","name":"Ada <b>"}""", "/konto/bestaetigen/ABC")]
    [InlineData("known-address", "{}", "/anmelden")]
    [InlineData("reset", """{"code":"ABC"}""", "/passwort-neu/ABC")]
    [InlineData("confirm-mail", """{"code":"ABC"}""", "/konto/adresse/ABC")]
    [InlineData("mail-changed", """{"at":"2026-11-23T18:00:00Z"}""", null)]
    [InlineData("password-changed", """{"at":"2026-11-23T18:00:00Z"}""", "/passwort-vergessen")]
    [InlineData("keys-changed", """{"what":"passkeyAdded","at":"2026-11-23T18:00:00Z"}""", "/konto/sicherheit")]
    [InlineData("keys-changed", """{"what":"passkeyRemoved","at":"2026-11-23T18:00:00Z"}""", "/konto/sicherheit")]
    [InlineData("keys-changed", """{"what":"factorOn","at":"2026-11-23T18:00:00Z"}""", "/konto/sicherheit")]
    [InlineData("keys-changed", """{"what":"factorOff","at":"2026-11-23T18:00:00Z"}""", "/konto/sicherheit")]
    [InlineData("new-device", """{"device":"","at":"2026-11-23T18:00:00Z"}""", "/konto/geraete")]
    public async Task A_mail_has_words_in_both_languages(string kind, string data, string? path)
    {
        var hub = await home.Hub();
        var template = hub.Services.GetServices<IMailTemplate>().Single(t => t.Kind == kind);
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
            var german = template.Write(Some.Json(data));
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            var english = template.Write(Some.Json(data));
            Assert.NotEqual(german.Subject, english.Subject);
            Assert.Equal((path, null), (german.Button?.Path, german.Unsubscribe));
            Assert.All(german.Paragraphs.Concat(english.Paragraphs).Append(german.Subject), words => Assert.DoesNotMatch(@"\{\d|^Mail[A-Z]|_", words));
            if (data.Contains("18:00", StringComparison.Ordinal)) Assert.Contains(german.Paragraphs, p => p.Contains("23. November 2026, 19:00 Uhr", StringComparison.Ordinal)); // Gera's clock
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
