namespace Gera.Hub.Features.Calendar;

/// <summary>An invented event of the demo town.</summary>
/// <param name="Days">From today; then on to the next <paramref name="Weekday"/>.</param>
/// <param name="From">Null: whole days.</param>
/// <param name="Length">Hours, or whole days.</param>
/// <param name="Price">Null: free of charge.</param>
/// <param name="Fate">cancelled, moved, full, or series with changed dates; null: nothing special.</param>
internal sealed record SeedEvent(string Title, string House, string Theme, string? Group, string District, string Place, string? Street, int Days, DayOfWeek? Weekday, TimeSpan? From, double Length, string? Price, int? Seats,
    string? Rule, string? Fate, AccessFacts Access, double? North, double? East, string Text);

internal static class SeedEvents
{
    public static readonly IReadOnlyList<(string Key, string Name)> Houses =
    [
        ("stadt-gera", "Stadt Gera"),
        ("theater-am-park", "Theater am Park"),
        ("stadtbibliothek", "Stadtbibliothek"),
        ("museum-am-wasser", "Museum am Wasser"),
        ("stadtteilbuero-lusan", "Stadtteilbüro Lusan"),
        ("radfreunde", "Radfreunde Elstertal"),
        ("garten", "Gemeinschaftsgarten Untermhaus"),
        ("vor-ort", "Pop-up-Store in der Innenstadt"),
        ("hochschule", "Campus Gera"),
        ("sport", "Sportbund der Stadt"),
    ];

    public static readonly IReadOnlyList<string> Guests = ["Anna Weber", "Bogdan Petrov", "Clara Seidel", "Deniz Aydın", "Emil Krause", "Frieda Lange"];

    public static readonly IReadOnlyList<SeedEvent> All =
    [
        new("Wochenmarkt", "stadt-gera", "leben", null, "Stadtmitte", "Marktplatz", "Markt", -30, DayOfWeek.Thursday, new TimeSpan(8, 0, 0), 6, null, null, "FREQ=WEEKLY;BYDAY={day}", "series", AccessFacts.StepFree | AccessFacts.Toilet, 50.8772, 12.0826, "Obst, Gemüse, Käse und Blumen aus der Region. Die Händlerinnen und Händler freuen sich auf Sie."),
        new("Adventsmarkt auf dem Markt", "stadt-gera", "leben", null, "Stadtmitte", "Marktplatz", "Markt", 4, DayOfWeek.Friday, null, 21, null, null, null, null, AccessFacts.StepFree | AccessFacts.Toilet, 50.8772, 12.0826, "Hütten, Musik und Handwerk rund um den Simsonbrunnen. Für Kinder gibt es jeden Nachmittag ein Programm."),
        new("Lesung: Geschichten von der Elster", "stadtbibliothek", "leben", "bildung", "Stadtmitte", "Stadtbibliothek", "Puschkinplatz 7", 3, DayOfWeek.Tuesday, new TimeSpan(19, 0, 0), 2, null, 40, null, null, AccessFacts.StepFree | AccessFacts.InductionLoop, 50.8799, 12.0801, "Drei Autorinnen lesen Texte über den Fluss, der die Stadt teilt und verbindet."),
        new("Vorlesen für Kinder", "stadtbibliothek", "leben", "bildung", "Stadtmitte", "Stadtbibliothek", "Puschkinplatz 7", -20, DayOfWeek.Wednesday, new TimeSpan(16, 0, 0), 1, null, null, "FREQ=WEEKLY;BYDAY={day}", null, AccessFacts.StepFree, 50.8799, 12.0801, "Bilderbücher für Kinder ab vier Jahren. Kommen Sie einfach vorbei."),
        new("Konzert: Orgel und Licht", "theater-am-park", "leben", "bildung", "Stadtmitte", "Konzertsaal", "Theaterplatz 1", 12, DayOfWeek.Saturday, new TimeSpan(19, 30, 0), 2, "18 €, ermäßigt 9 €", null, null, "cancelled", AccessFacts.StepFree | AccessFacts.InductionLoop | AccessFacts.CompanionFree, 50.8853, 12.0790, "Musik aus drei Jahrhunderten, dazu ein Spiel aus Licht."),
        new("Führung hinter die Kulissen", "theater-am-park", "leben", "bildung", "Stadtmitte", "Theater am Park", "Theaterplatz 1", 9, DayOfWeek.Sunday, new TimeSpan(11, 0, 0), 1.5, "5 €", 4, null, "full", AccessFacts.StepFree, 50.8853, 12.0790, "Werkstätten, Schnürboden, Maske: So entsteht ein Abend auf der Bühne."),
        new("Kindertheater: Der kleine Fluss", "theater-am-park", "leben", "bildung", "Stadtmitte", "Theater am Park", "Theaterplatz 1", 16, DayOfWeek.Sunday, new TimeSpan(15, 0, 0), 1, "6 €", null, null, null, AccessFacts.StepFree | AccessFacts.CompanionFree, 50.8853, 12.0790, "Ein Stück für alle ab fünf Jahren."),
        new("Einwohnerversammlung Lusan", "stadtteilbuero-lusan", "wohnen", "buerger", "Lusan", "Stadtteilzentrum", "Werner-Petzold-Straße 10", 6, DayOfWeek.Monday, new TimeSpan(18, 0, 0), 2, null, null, null, null, AccessFacts.StepFree | AccessFacts.SignLanguage, 50.8433, 12.0617, "Was wird aus dem alten Kaufhaus? Die Stadt stellt Entwürfe vor und hört zu. Abgestimmt wird mit dem Telefon oder auf Papier."),
        new("Sprechstunde der Stadtplanung", "stadt-gera", "wohnen", "stadt", "Stadtmitte", "Pop-up-Store", "Sorge 12", -10, DayOfWeek.Thursday, new TimeSpan(14, 0, 0), 3, null, null, "FREQ=WEEKLY;INTERVAL=2;BYDAY={day}", null, AccessFacts.StepFree | AccessFacts.PlainLanguage, 50.8792, 12.0831, "Fragen zu Baustellen, Wegen und Plätzen. Ohne Anmeldung."),
        new("Mitmachen am Tisch: Ideen für die Innenstadt", "vor-ort", "wohnen", "stadt", "Stadtmitte", "Pop-up-Store", "Sorge 12", 5, DayOfWeek.Saturday, new TimeSpan(10, 0, 0), 4, null, 25, null, null, AccessFacts.StepFree | AccessFacts.Toilet, 50.8792, 12.0831, "Große Karten, bunte Stifte, Kaffee. Ihre Vorschläge gehen in den Ideenwettbewerb."),
        new("Fahrradwerkstatt zum Selbermachen", "radfreunde", "wohnen", "stadt", "Debschwitz", "Alte Werkhalle", "Wiesestraße 120", -15, DayOfWeek.Friday, new TimeSpan(16, 0, 0), 3, null, null, "FREQ=WEEKLY;BYDAY={day}", null, AccessFacts.StepFree, 50.8655, 12.0715, "Werkzeug ist da, Hilfe auch. Bringen Sie Ihr Rad und etwas Zeit mit."),
        new("Winterradtour nach Köstritz", "radfreunde", "leben", "energie", "Untermhaus", "Treffpunkt Untermhäuser Brücke", "Mohrenplatz", 11, DayOfWeek.Sunday, new TimeSpan(10, 0, 0), 4, null, null, null, null, AccessFacts.None, 50.8880, 12.0665, "Rund 20 Kilometer, gemütliches Tempo, mit Pause."),
        new("Gärtnern im Winter", "garten", "wohnen", "energie", "Untermhaus", "Gemeinschaftsgarten", "Gries 3", 7, DayOfWeek.Saturday, new TimeSpan(10, 0, 0), 2, null, 15, null, null, AccessFacts.None, 50.8901, 12.0677, "Bäume schneiden, Kompost umsetzen, Nistkästen reinigen. Handschuhe sind da."),
        new("Saatguttausch", "garten", "wohnen", "energie", "Untermhaus", "Gemeinschaftsgarten", "Gries 3", 75, DayOfWeek.Saturday, new TimeSpan(14, 0, 0), 3, null, null, null, null, AccessFacts.StepFree, 50.8901, 12.0677, "Bringen Sie Samen mit, nehmen Sie welche mit."),
        new("Reparaturcafé", "stadtteilbuero-lusan", "wohnen", "energie", "Lusan", "Stadtteilzentrum", "Werner-Petzold-Straße 10", -25, DayOfWeek.Saturday, new TimeSpan(14, 0, 0), 3, null, null, "FREQ=MONTHLY;BYDAY={nth}", null, AccessFacts.StepFree | AccessFacts.Toilet, 50.8433, 12.0617, "Toaster, Jacke, Spielzeug: Gemeinsam bekommen wir vieles wieder hin."),
        new("Seniorentanz", "stadtteilbuero-lusan", "leben", "buerger", "Lusan", "Stadtteilzentrum", "Werner-Petzold-Straße 10", -12, DayOfWeek.Thursday, new TimeSpan(14, 30, 0), 2.5, "3 €", null, "FREQ=WEEKLY;INTERVAL=2;BYDAY={day}", null, AccessFacts.StepFree | AccessFacts.Toilet, 50.8433, 12.0617, "Musik von gestern und heute, Kaffee und Kuchen."),
        new("Sprachcafé", "vor-ort", "leben", "buerger", "Stadtmitte", "Pop-up-Store", "Sorge 12", -8, DayOfWeek.Monday, new TimeSpan(17, 0, 0), 1.5, null, null, "FREQ=WEEKLY;BYDAY={day}", null, AccessFacts.StepFree, 50.8792, 12.0831, "Deutsch üben, Leute kennenlernen, Fragen stellen."),
        new("Gründungsabend", "hochschule", "arbeiten", "wirtschaft", "Stadtmitte", "Campus", "Weg der Freundschaft 4", 13, DayOfWeek.Wednesday, new TimeSpan(18, 0, 0), 2.5, null, 60, null, null, AccessFacts.StepFree | AccessFacts.InductionLoop, 50.8741, 12.0906, "Drei Geraer Unternehmen erzählen vom ersten Jahr. Danach ist Zeit für Fragen."),
        new("Tag der offenen Tür am Campus", "hochschule", "arbeiten", "bildung", "Stadtmitte", "Campus", "Weg der Freundschaft 4", 62, DayOfWeek.Saturday, new TimeSpan(10, 0, 0), 5, null, null, null, null, AccessFacts.StepFree | AccessFacts.Toilet, 50.8741, 12.0906, "Duales Studium zum Anfassen: Labore, Gespräche, Führungen."),
        new("Ausbildungsmesse", "hochschule", "arbeiten", "wirtschaft", "Langenberg", "Messehalle", "Am Sportplatz 1", 88, DayOfWeek.Saturday, new TimeSpan(9, 30, 0), 6, null, null, null, null, AccessFacts.StepFree | AccessFacts.Toilet, 50.9170, 12.0960, "Betriebe aus der Region stellen Berufe vor."),
        new("Handwerk zum Ausprobieren", "stadt-gera", "arbeiten", "wirtschaft", "Stadtmitte", "Pop-up-Store", "Sorge 12", 20, DayOfWeek.Saturday, new TimeSpan(11, 0, 0), 4, null, 20, null, "moved", AccessFacts.StepFree, 50.8792, 12.0831, "Sägen, filzen, löten: Handwerksbetriebe zeigen, wie es geht."),
        new("Sonderausstellung: Farben der Industrie", "museum-am-wasser", "leben", "bildung", "Untermhaus", "Museum am Wasser", "Mohrenplatz 4", -40, DayOfWeek.Tuesday, null, 90, "6 €, unter 18 frei", null, null, null, AccessFacts.StepFree | AccessFacts.CompanionFree, 50.8885, 12.0668, "Plakate und Stoffe aus Geraer Fabriken."),
        new("Führung mit Gebärdensprache", "museum-am-wasser", "leben", "bildung", "Untermhaus", "Museum am Wasser", "Mohrenplatz 4", 18, DayOfWeek.Sunday, new TimeSpan(14, 0, 0), 1.5, "6 €", 20, null, null, AccessFacts.StepFree | AccessFacts.SignLanguage | AccessFacts.CompanionFree, 50.8885, 12.0668, "Durch die Ausstellung „Farben der Industrie“, in Deutscher Gebärdensprache und Lautsprache."),
        new("Familiensonntag im Museum", "museum-am-wasser", "leben", "bildung", "Untermhaus", "Museum am Wasser", "Mohrenplatz 4", 25, DayOfWeek.Sunday, new TimeSpan(13, 0, 0), 3, null, null, null, null, AccessFacts.StepFree, 50.8885, 12.0668, "Drucken, Färben, Rätseln."),
        new("Silvesterlauf", "sport", "leben", "buerger", "Stadtmitte", "Hofwiesenpark", "Hofwiesenpark 1", 37, null, new TimeSpan(10, 0, 0), 3, "5 €", 300, null, null, AccessFacts.StepFree | AccessFacts.Toilet, 50.8840, 12.0735, "Fünf und zehn Kilometer durch den Hofwiesenpark, dazu eine Runde für Kinder."),
        new("Eislaufen am Abend", "sport", "leben", "buerger", "Stadtmitte", "Eisfläche am Hofwiesenpark", "Hofwiesenpark 1", 2, DayOfWeek.Friday, new TimeSpan(18, 0, 0), 3, "4 €", null, "FREQ=WEEKLY;BYDAY={day}", null, AccessFacts.None, 50.8840, 12.0735, "Mit Musik. Schlittschuhe können Sie leihen."),
        new("Neujahrsempfang für Engagierte", "stadt-gera", "leben", "buerger", "Stadtmitte", "Kultur- und Kongresszentrum", "Schloßstraße 1", 49, DayOfWeek.Saturday, new TimeSpan(17, 0, 0), 3, null, 400, null, null, AccessFacts.StepFree | AccessFacts.Toilet | AccessFacts.InductionLoop | AccessFacts.SignLanguage, 50.8806, 12.0830, "Die Stadt sagt Danke. Anmelden können sich alle, die sich in Gera ehrenamtlich einsetzen."),
        new("Bürgerrat: erste Sitzung", "stadt-gera", "leben", "buerger", "Stadtmitte", "Rathaus, Saal 1", "Kornmarkt 12", 28, DayOfWeek.Wednesday, new TimeSpan(18, 0, 0), 2.5, null, null, null, null, AccessFacts.StepFree | AccessFacts.InductionLoop, 50.8781, 12.0819, "Ausgeloste Bürgerinnen und Bürger beraten über den Weg zum Stadtjubiläum 2037. Zuhören können alle."),
        new("Frühjahrsputz an der Elster", "stadt-gera", "wohnen", "energie", "Zwötzen", "Treffpunkt Elsterbrücke", "Lange Straße", 118, DayOfWeek.Saturday, new TimeSpan(9, 0, 0), 3, null, null, null, null, AccessFacts.None, 50.8490, 12.0850, "Handschuhe, Säcke und Tee stellt die Stadt."),
        new("Höhlerführung", "stadt-gera", "leben", "bildung", "Stadtmitte", "Eingang Höhler", "Geithes Passage", -5, DayOfWeek.Sunday, new TimeSpan(14, 0, 0), 1, "7 €", 18, "FREQ=WEEKLY;BYDAY={day}", null, AccessFacts.None, 50.8789, 12.0838, "Durch die alten Bierkeller unter der Stadt. Bitte warm anziehen; es gibt Stufen."),
        new("Höhlerfest", "stadt-gera", "leben", "bildung", "Stadtmitte", "Innenstadt", "Markt", 310, DayOfWeek.Friday, null, 3, null, null, null, null, AccessFacts.StepFree | AccessFacts.Toilet, 50.8772, 12.0826, "Drei Tage Musik, Kunst und Gespräche unter und über der Erde."),
        new("Ideenwerkstatt: Schatten für Bieblach", "garten", "wohnen", "energie", "Bieblach-Ost", "Jugendzentrum", "Johannes-R.-Becher-Straße 2", 22, DayOfWeek.Tuesday, new TimeSpan(16, 30, 0), 2, null, 30, null, null, AccessFacts.StepFree, 50.9040, 12.0970, "Wo fehlen Bäume, Bänke, Sonnensegel? Wir gehen durch das Viertel und zeichnen."),
        new("Blutspende im Rathaus", "stadt-gera", "leben", "buerger", "Stadtmitte", "Rathaus, Saal 1", "Kornmarkt 12", 19, DayOfWeek.Friday, new TimeSpan(14, 0, 0), 4, null, null, null, null, AccessFacts.StepFree, 50.8781, 12.0819, "Bitte bringen Sie einen Ausweis mit."),
        new("Elternabend: Kitas in Gera", "stadt-gera", "leben", "bildung", "Stadtmitte", "Online", null, 21, DayOfWeek.Thursday, new TimeSpan(19, 0, 0), 1.5, null, null, null, null, AccessFacts.PlainLanguage, null, null, "Wie melde ich mein Kind an, und wann? Mit Zeit für Ihre Fragen."),
        new("Open-Air-Kino im Park", "theater-am-park", "leben", "bildung", "Stadtmitte", "Park der Jugend", "Theaterplatz 1", 230, DayOfWeek.Friday, new TimeSpan(21, 30, 0), 2, "6 €", null, null, null, AccessFacts.StepFree, 50.8850, 12.0780, "Ein Film unter freiem Himmel. Bei Regen eine Woche später."),
    ];
}
