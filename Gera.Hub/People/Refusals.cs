namespace Gera.Hub.People;

/// <summary>What the door itself says no to, whatever the verb.</summary>
public static class Refusals
{
    public static readonly Refusal LogInFirst = new("log_in_first", "Bitte melden Sie sich zuerst an.", "Please log in first.", 401);
    public static readonly Refusal LogInFailed = new("log_in_failed", "Anmeldung fehlgeschlagen. Bitte prüfen Sie E-Mail-Adresse und Passwort.", "Log-in failed. Please check e-mail address and password.", 401);
    public static readonly Refusal NotAllowed = new("not_allowed", "Dazu haben Sie keine Berechtigung.", "You are not allowed to do that.", 403);
    public static readonly Refusal SecondFactorNeeded = new("second_factor_required", "Für diese Aufgabe brauchen Sie eine Anmeldung mit Passkey oder zweitem Faktor. Richten Sie ihn unter „Mein Konto“ ein und melden Sie sich damit an.", "This task needs a log-in with a passkey or a second factor. Set it up under \"My account\" and log in with it.", 403);
    public static readonly Refusal ResidentNeeded = new("resident_required", "Dafür müssen Sie bestätigt haben, dass Sie in Gera wohnen.", "You need to have confirmed that you live in Gera.", 403);
    public static readonly Refusal Blocked = new("blocked", "Ihr Konto ist zurzeit gesperrt. Lesen und Ihre Daten herunterladen können Sie weiterhin; den Grund und den Weg zum Widerspruch finden Sie unter „Mein Konto“.", "Your account is blocked at the moment. You can still read and download your data; the reason and how to appeal are under \"My account\".", 403);
    public static readonly Refusal TooFast = new("too_many", "Das war zu oft in kurzer Zeit. Bitte warten Sie einen Moment und versuchen Sie es dann noch einmal.", "That was too often in a short time. Please wait a moment and try again.", 429) { RetryAfter = 30 };
    public static readonly Refusal CodeInvalid = new("code_invalid", "Dieser Code oder Link ist unbekannt, schon benutzt oder abgelaufen.", "This code or link is unknown, already used or expired.", 400);
    public static readonly Refusal NotFound = new("not_found", "Das gibt es hier nicht (mehr).", "That does not exist (any more).", 404);
    public static readonly Refusal SeatNeeded = new("seat_required", "Dafür brauchen Sie einen Platz in dieser Sitzung. Bitte treten Sie mit dem Code bei.", "You need a seat in this session for that. Please join with the code.", 403);
    public static readonly Refusal SomeoneWasFaster = new("conflict", "Jemand anderes hat das gerade geändert. Bitte sehen Sie nach und versuchen Sie es noch einmal.", "Someone else has just changed this. Please look again and retry.");
    public static readonly Refusal Malformed = new("malformed", "Diese Eingabe ist nicht lesbar. Bitte prüfen Sie sie.", "This input cannot be read. Please check it.", 400);
    public static readonly Refusal Busy = new("busy", "Der Hub ist gerade ausgelastet. Bitte versuchen Sie es gleich noch einmal.", "The hub is busy right now. Please try again in a moment.", 503) { RetryAfter = 2 };
    public static readonly Refusal TextMissing = new("text_missing", "Bitte geben Sie einen Text ein.", "Please enter a text.", 400);
    public static readonly Refusal TextTooLong = new("text_too_long", "Dieser Text ist zu lang.", "This text is too long.", 400);
    public static readonly Refusal TextUnreadable = new("text_unreadable", "Dieser Text enthält Zeichen, die sich nicht speichern lassen.", "This text contains characters that cannot be stored.", 400);
}
