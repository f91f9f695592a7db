using System.Globalization;
using System.Text.Json;
using Gera.Hub.People.Mail;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.People.Accounts;

/// <summary>Mails about an account: links that do one thing once, and news its owner must not miss. None can be unsubscribed, none logs in.</summary>
internal static class AccountMails
{
    public const string Confirm = "confirm", KnownAddress = "known-address", Reset = "reset", ConfirmMail = "confirm-mail", MailChanged = "mail-changed",
        PasswordChanged = "password-changed", KeysChanged = "keys-changed", NewDevice = "new-device", FactorReset = "factor-reset";

    public static void AddAccountMails(this IServiceCollection services)
    {
        Add(Confirm, (T, data) => new MailWords(T["MailConfirmSubject"], [T["MailConfirmText", Of(data, "name")], T["MailConfirmLife"], T["MailConfirmNotMe"]], (T["MailConfirmButton"], "/konto/bestaetigen/" + Of(data, "code"))));
        Add(KnownAddress, (T, _) => new MailWords(T["MailKnownSubject"], [T["MailKnownText"], T["MailKnownForgot"], T["MailKnownNotMe"]], (T["MailKnownButton"], "/anmelden")));
        Add(Reset, (T, data) => new MailWords(T["MailResetSubject"], [T["MailResetText"], T["MailResetLife"], T["MailResetNotMe"]], (T["MailResetButton"], "/passwort-neu/" + Of(data, "code"))));
        Add(ConfirmMail, (T, data) => new MailWords(T["MailNewSubject"], [T["MailNewText"], T["MailNewNotMe"]], (T["MailNewButton"], "/konto/adresse/" + Of(data, "code"))));
        Add(MailChanged, (T, data) => new MailWords(T["MailMovedSubject"], [T["MailMovedText", When(data)], T["MailMovedNotMe"]]));
        Add(PasswordChanged, (T, data) => new MailWords(T["MailPasswordSubject"], [T["MailPasswordText", When(data)], T["MailNotMe"]], (T["MailResetButton"], "/passwort-vergessen")));
        Add(KeysChanged, (T, data) => new MailWords(T["MailKeysSubject"], [T["MailKeys_" + Of(data, "what"), When(data)], T["MailNotMe"]], (T["MailSecurityButton"], "/konto/sicherheit")));
        Add(FactorReset, (T, data) => new MailWords(T["MailFactorSubject"], [T["MailFactorText", When(data)], T["MailFactorReason", Of(data, "reason")], T["MailFactorHow"], T["MailFactorNotMe"]], (T["MailKnownButton"], "/anmelden?ziel=/konto/sicherheit")));
        Add(NewDevice, (T, data) => new MailWords(T["MailDeviceSubject"], [T["MailDeviceText", When(data), Of(data, "device") is { Length: > 0 } device ? device : T["DeviceUnknown"].Value], T["MailDeviceNotMe"]], (T["MailDeviceButton"], "/konto/geraete")));

        void Add(string kind, Func<IStringLocalizer, JsonElement, MailWords> write) =>
            services.AddSingleton<IMailTemplate>(provider => new AccountMail(kind, provider.GetRequiredService<IStringLocalizer<PeopleTexts>>(), write));
    }

    private static string Of(JsonElement data, string field) => data.TryGetProperty(field, out var value) ? value.GetString() ?? "" : "";

    private static string When(JsonElement data) => Moment.Of(data.GetProperty("at").GetDateTimeOffset());

    private sealed class AccountMail(string kind, IStringLocalizer<PeopleTexts> texts, Func<IStringLocalizer, JsonElement, MailWords> write) : IMailTemplate
    {
        public string Kind => kind;

        public MailWords Write(JsonElement data) => write(texts, data);
    }
}
