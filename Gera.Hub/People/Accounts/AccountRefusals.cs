namespace Gera.Hub.People.Accounts;

/// <summary>What accounts say no to.</summary>
public static class AccountRefusals
{
    public static readonly Refusal MailInvalid = new("mail_invalid", "Bitte geben Sie eine vollständige E-Mail-Adresse ein, zum Beispiel name@example.org.", "Please enter a complete e-mail address, for example name@example.org.", 400);
    public static readonly Refusal PasswordShort = new("password_short", "Das Passwort braucht mindestens 10 Zeichen. Gut sind drei oder vier Wörter, die nicht zusammengehören.", "The password needs at least 10 characters. Three or four words that do not belong together are good.", 400);
    public static readonly Refusal PasswordLong = new("password_long", "Das Passwort darf höchstens 256 Zeichen haben.", "The password may have at most 256 characters.", 400);
    public static readonly Refusal PasswordGuessed = new("password_guessed", "Dieses Passwort wird als Erstes erraten. Bitte wählen Sie ein anderes.", "This password is among the first to be guessed. Please choose another one.", 400);
    public static readonly Refusal RulesNotAccepted = new("rules_not_accepted", "Bitte stimmen Sie den Regeln zu. Ohne sie können wir kein Konto eröffnen.", "Please agree to the rules. Without them we cannot open an account.", 400);
    public static readonly Refusal RegistrationClosed = new("registration_closed", "Zurzeit werden keine neuen Konten eröffnet. Wer schon eines hat, kann sich anmelden.", "No new accounts are being opened at the moment. Those who have one can log in.");
    public static readonly Refusal AccountExists = new("account_exists", "Zu dieser E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich damit an, oder vergeben Sie ein neues Passwort.", "There is an account with this e-mail address already. Log in with it, or set a new password.");
    public static readonly Refusal LogInAgain = new("log_in_again", "Ihre Anmeldung liegt eine Weile zurück. Bitte melden Sie sich für diese Änderung noch einmal an.", "You logged in a while ago. Please log in again for this change.", 403);
    public static readonly Refusal StrongNeeded = new("strong_log_in_needed", "Ihr Konto ist mit Passkey oder zweitem Faktor gesichert. Bitte melden Sie sich für diese Änderung damit an.", "Your account is secured with a passkey or second factor. Please log in with it for this change.", 403);
    public static readonly Refusal DemoKeeps = new("demo_account", "Die Konten der Vorführung behalten Adresse und Passwort, damit alle sie ausprobieren können.", "Accounts of the demonstration keep their address and password, so that everybody can try them.", 403);
    public static readonly Refusal FactorWrong = new("factor_wrong", "Dieser Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten, und prüfen Sie, ob die Uhr Ihres Geräts richtig geht.", "This code is wrong or was used already. Wait for the next one, and check that your device's clock is right.", 400);
    public static readonly Refusal FactorOff = new("factor_off", "Der zweite Faktor ist nicht eingerichtet.", "The second factor is not set up.");
    public static readonly Refusal StepOver = new("step_over", "Das hat zu lange gedauert. Bitte geben Sie E-Mail-Adresse und Passwort noch einmal ein.", "That took too long. Please enter e-mail address and password again.", 401);
    public static readonly Refusal PasskeyFailed = new("passkey_failed", "Die Anmeldung mit Passkey hat nicht geklappt. Versuchen Sie es noch einmal, oder nehmen Sie Ihr Passwort.", "Logging in with a passkey did not work. Try again, or use your password.", 401);
    public static readonly Refusal PasskeyRefused = new("passkey_refused", "Dieser Passkey ließ sich nicht hinzufügen. Vielleicht gehört er schon zu einem Konto. Bitte versuchen Sie es noch einmal.", "This passkey could not be added. Perhaps it belongs to an account already. Please try again.", 400);
    public static readonly Refusal PasskeysFull = new("passkeys_full", "Mehr als 20 Passkeys hat ein Konto nicht. Bitte entfernen Sie zuerst einen.", "An account has no more than 20 passkeys. Please remove one first.");
    public static readonly Refusal LastWay = new("last_way", "Das ist Ihr letzter Weg in Ihr Konto. Vergeben Sie zuerst ein Passwort.", "This is your last way into your account. Set a password first.");
}
