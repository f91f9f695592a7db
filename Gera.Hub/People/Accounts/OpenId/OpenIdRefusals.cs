namespace Gera.Hub.People.Accounts.OpenId;

/// <summary>What the log-in with another identity says no to.</summary>
public static class OpenIdRefusals
{
    public static readonly Refusal Denied = new("openid_denied", "Sie haben die Anmeldung dort abgebrochen. Versuchen Sie es noch einmal, oder melden Sie sich mit E-Mail-Adresse und Passwort an.", "You cancelled the log-in there. Try again, or log in with e-mail address and password.", 401);
    public static readonly Refusal Over = new("openid_over", "Diese Anmeldung ist abgelaufen oder wurde schon benutzt. Bitte beginnen Sie noch einmal.", "This log-in has expired or was used already. Please start again.", 401);
    public static readonly Refusal Failed = new("openid_failed", "Die Anmeldung hat nicht geklappt: Die Antwort des Anmeldedienstes ließ sich nicht prüfen. Versuchen Sie es noch einmal, oder nehmen Sie E-Mail-Adresse und Passwort.", "The log-in did not work: the answer of the identity provider could not be verified. Try again, or use e-mail address and password.", 401);
    public static readonly Refusal Away = new("openid_away", "Der Anmeldedienst ist gerade nicht erreichbar. Versuchen Sie es in einigen Minuten noch einmal, oder melden Sie sich mit E-Mail-Adresse und Passwort an.", "The identity provider cannot be reached at the moment. Try again in a few minutes, or log in with e-mail address and password.", 503) { RetryAfter = 60 };
    public static readonly Refusal MailUnconfirmed = new("openid_mail_unconfirmed", "Der Anmeldedienst hat Ihre E-Mail-Adresse nicht bestätigt. Bestätigen Sie sie dort, oder legen Sie hier ein Konto mit Passwort an.", "The identity provider has not confirmed your e-mail address. Confirm it there, or open an account with a password here.");
    public static readonly Refusal MailTaken = new("openid_mail_taken", "Zu Ihrer E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich wie gewohnt an, und verknüpfen Sie es unter Mein Konto, Sicherheit.", "There is an account with your e-mail address already. Log in as usual and link it under My account, Security.");
    public static readonly Refusal Off = new("openid_account_off", "Das Konto, das zu dieser Anmeldung gehört, ist abgeschaltet. Bitte wenden Sie sich an die Stadt.", "The account that belongs to this log-in is switched off. Please contact the city.", 403);
    public static readonly Refusal Elsewhere = new("openid_linked_elsewhere", "Diese Anmeldung gehört schon zu einem anderen Konto. Lösen Sie sie zuerst dort.", "This log-in belongs to another account already. Unlink it there first.");
    public static readonly Refusal Linked = new("openid_linked", "Diese Anmeldung ist schon mit Ihrem Konto verknüpft.", "This log-in is linked with your account already.");

    /// <summary>Those a page is told of in its address, by their code.</summary>
    public static Refusal? Find(string? code) => Told.FirstOrDefault(r => r.Code == code);

    private static readonly Refusal[] Told = [Denied, Over, Failed, Away, MailUnconfirmed, MailTaken, Off, Elsewhere, Linked, AccountRefusals.RegistrationClosed];
}
