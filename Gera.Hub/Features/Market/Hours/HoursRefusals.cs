using Gera.Hub.People;

namespace Gera.Hub.Features.Market.Hours;

/// <summary>Why typed opening hours cannot be read.</summary>
public static class HoursRefusals
{
    public static readonly Refusal Word = new("hours_word_unknown", "Dieses Wort verstehen wir in Öffnungszeiten nicht. Schreiben Sie zum Beispiel: Mo–Fr 8–18 Uhr, Sa 8–13 Uhr.", "We do not understand this word in opening hours. Write for example: Mon–Fri 8:00–18:00, Sat 8:00–13:00.", 400);
    public static readonly Refusal Time = new("hours_time_unknown", "Diese Uhrzeit gibt es nicht.", "There is no such time.", 400);
    public static readonly Refusal NoDay = new("hours_day_missing", "Vor einer Uhrzeit fehlt der Tag, zum Beispiel: Mo–Fr 8–18 Uhr.", "A time has no day in front of it, for example: Mon–Fri 8:00–18:00.", 400);
    public static readonly Refusal NoTime = new("hours_time_missing", "Zu einem Tag fehlt die Uhrzeit, zum Beispiel: Sa 8–13 Uhr. Schließt der Laden an diesem Tag, schreiben Sie „geschlossen“.", "A day has no time, for example: Sat 8:00–13:00. If the shop is closed on that day, write \"closed\".", 400);
    public static readonly Refusal NoEnd = new("hours_end_missing", "Zu einer Uhrzeit fehlt das Ende, zum Beispiel: 8–18 Uhr.", "A time has no end, for example: 8:00–18:00.", 400);
    public static readonly Refusal Twice = new("hours_day_twice", "Ein Tag kommt zweimal vor. Mehrere Zeiten eines Tages schreiben Sie so: Mo 8–12 und 14–18 Uhr.", "A day occurs twice. Write several times of a day like this: Mon 8:00–12:00 and 14:00–18:00.", 400);
    public static readonly Refusal Overlap = new("hours_overlap", "Zwei Zeiten überschneiden sich.", "Two times overlap.", 400);
    public static readonly Refusal Date = new("hours_date_unknown", "Diese Zeile beginnt nicht mit einem Datum, das es gibt. Schreiben Sie zum Beispiel: 24.12.2026 9–12 Uhr, oder: 3.8.2026–14.8.2026 geschlossen: Betriebsferien.", "This line does not begin with a date that exists. Write for example: 24.12.2026 9:00–12:00, or: 3.8.2026–14.8.2026 closed: company holidays.", 400);
    public static readonly Refusal Many = new("hours_too_many", "Das sind zu viele Zeiten: höchstens sechs an einem Tag und 60 besondere Tage.", "These are too many times: at most six a day and 60 special days.", 400);
}
