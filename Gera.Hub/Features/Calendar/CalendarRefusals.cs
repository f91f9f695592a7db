using Gera.Hub.People;

namespace Gera.Hub.Features.Calendar;

/// <summary>Every "no" about events and seats.</summary>
public static class CalendarRefusals
{
    // Writing an event
    public static readonly Refusal TimesMissing = new("times_missing", "Bitte nennen Sie Tag und Uhrzeit von Beginn und Ende.", "Please give day and time of beginning and end.", 400);
    public static readonly Refusal EndBeforeStart = new("end_before_start", "Das Ende muss nach dem Beginn liegen.", "The end must come after the beginning.", 400);
    public static readonly Refusal TooLong = new("event_too_long", "Eine Veranstaltung dauert höchstens ein Jahr. Für wiederkehrende wählen Sie bitte eine Wiederholung.", "An event lasts a year at most. For one that returns, please choose a repetition.", 400);
    public static readonly Refusal RuleUnknown = new("rule_unknown", "Diese Wiederholung verstehen wir nicht. Bitte wählen Sie eine andere.", "We do not understand this repetition. Please choose another.", 400);
    public static readonly Refusal ThemeMissing = new("event_theme_missing", "Bitte wählen Sie ein Thema.", "Please choose a theme.", 400);
    public static readonly Refusal DistrictUnknown = new("event_district_unknown", "Diesen Stadtteil gibt es nicht.", "There is no such district.", 400);
    public static readonly Refusal PlaceBad = new("event_place_bad", "Dieser Ort liegt nicht in Gera oder seiner Umgebung.", "This place is not in or around Gera.", 400);
    public static readonly Refusal OnlineBad = new("online_bad", "Bitte geben Sie eine Adresse an, die mit https:// beginnt.", "Please give an address that begins with https://.", 400);
    public static readonly Refusal LinksBad = new("links_bad", "Bitte nennen Sie Adressen in diesem Hub, eine je Zeile, zum Beispiel /ideen/GER-2026-0042.", "Please give addresses in this hub, one a line, for example /ideen/GER-2026-0042.", 400);
    public static readonly Refusal OrganiserUnknown = new("organiser_unknown", "Für diesen Veranstalter dürfen Sie nicht eintragen.", "You may not enter events for this organiser.", 403);
    public static readonly Refusal OrganiserKeyTaken = new("organiser_key_taken", "Diesen Kurznamen hat schon ein anderer Veranstalter.", "Another organiser already has this short name.");
    public static readonly Refusal OrganiserKeyBad = new("organiser_key_bad", "Der Kurzname darf nur kleine Buchstaben, Ziffern und Bindestriche enthalten.", "The short name may only hold lower case letters, digits and hyphens.", 400);
    public static readonly Refusal PersonUnknown = new("organiser_person_unknown", "Zu dieser Adresse gibt es kein bestätigtes Konto.", "There is no confirmed account with this address.", 400);

    // Changing it
    public static readonly Refusal NotYours = new("event_not_yours", "Diese Veranstaltung können nur ihr Veranstalter und die Redaktion ändern.", "Only its organiser and the editors can change this event.", 403);
    public static readonly Refusal OnlyTimes = new("event_only_times", "Was im Kalender steht, ändert die Redaktion. Schreiben Sie ihr bitte, oder sagen Sie die Veranstaltung ab.", "What stands in the calendar is changed by the editors. Please write to them, or cancel the event.", 403);
    public static readonly Refusal ReadAgain = new("event_read_again", "Der Eintrag wurde geändert, während Sie lasen. Bitte lesen Sie ihn noch einmal.", "The entry was changed while you read. Please read it again.");
    public static readonly Refusal IsOver = new("event_over", "Diese Veranstaltung ist abgesagt oder nicht mehr im Kalender; sie lässt sich so nicht mehr ändern.", "This event is cancelled or no longer in the calendar; it cannot be changed that way.");
    public static readonly Refusal NoSeries = new("no_series", "Diese Veranstaltung hat nur einen Termin. Bitte verschieben Sie sie als Ganzes.", "This event has one date only. Please move it as a whole.");
    public static readonly Refusal DateUnknown = new("date_unknown", "Diesen Termin hat die Reihe nicht.", "The series has no such date.", 400);
    public static readonly Refusal MustBeCancelled = new("must_be_cancelled", "Dieser Termin war schon zu sehen. Bitte sagen Sie ihn ab, damit alle es erfahren.", "This date was visible already. Please cancel it, so that everybody learns of it.");
    public static readonly Refusal EditionOld = new("event_edition_old", "Die Veranstaltung wurde inzwischen geändert. Bitte sehen Sie die neue Fassung an; Ihr Text steht noch hier.", "The event has been changed meanwhile. Please look at the new version; your text is still here.");
    public static readonly Refusal NotWaiting = new("event_not_waiting", "Diese Veranstaltung wartet nicht auf die Redaktion.", "This event is not waiting for the editors.");
    public static readonly Refusal FromFeed = new("event_from_feed", "Diese Veranstaltung kommt aus einem anderen Kalender. Bitte ändern Sie sie dort.", "This event comes from another calendar. Please change it there.");

    // Pictures
    public static readonly Refusal PictureBad = new("event_picture_bad", "Diese Datei können wir nicht lesen. Bitte wählen Sie ein Bild als JPEG, PNG oder WebP mit höchstens 10 MB.", "We cannot read this file. Please choose a picture as JPEG, PNG or WebP of at most 10 MB.", 400);
    public static readonly Refusal RightsMissing = new("event_rights_missing", "Bitte bestätigen Sie, dass Sie das Bild zeigen dürfen.", "Please confirm that you may show the picture.", 400);
    public static readonly Refusal AltMissing = new("event_alt_missing", "Bitte beschreiben Sie, was auf dem Bild zu sehen ist.", "Please describe what the picture shows.", 400);

    // Seats
    public static readonly Refusal NoGate = new("no_registration", "Für diesen Termin braucht es keine Anmeldung.", "This date needs no registration.");
    public static readonly Refusal GateClosed = new("seat_registration_closed", "Die Anmeldung zu diesem Termin ist geschlossen.", "Registration for this date is closed.");
    public static readonly Refusal GateBad = new("gate_bad", "Bitte nennen Sie 1 bis 100.000 Plätze, ein Alter bis 99 und höchstens fünf eigene Fragen.", "Please give 1 to 100,000 seats, an age up to 99 and at most five questions of your own.", 400);
    public static readonly Refusal TooYoung = new("age_needed", "Bitte bestätigen Sie das Mindestalter.", "Please confirm the minimum age.", 400);
    public static readonly Refusal MailBad = new("seat_mail_bad", "Bitte geben Sie eine E-Mail-Adresse an, die es gibt.", "Please give an e-mail address that exists.", 400);
    public static readonly Refusal AnswerMissing = new("seat_answer_missing", "Bitte beantworten Sie alle Fragen, die als nötig markiert sind.", "Please answer all questions that are marked as needed.", 400);
    public static readonly Refusal AlreadyIn = new("already_registered", "Sie sind zu diesem Termin schon angemeldet.", "You are already registered for this date.");
    public static readonly Refusal SeatGone = new("seat_gone", "Diese Anmeldung ist beendet.", "This registration has ended.");
    public static readonly Refusal OfferOver = new("offer_over", "Die Zeit für dieses Angebot ist vorbei; der Platz ging an die nächste Person.", "The time for this offer is over; the seat went to the next person.");

    // Feeds of others
    public static readonly Refusal FeedBad = new("feed_bad", "Bitte geben Sie Namen, Thema und eine Adresse an, die mit https:// beginnt.", "Please give a name, a theme and an address that begins with https://.", 400);
    public static readonly Refusal FeedUnreadable = new("feed_unreadable", "Unter dieser Adresse liegt kein Kalender, den wir lesen können.", "There is no calendar we can read at this address.");
}
