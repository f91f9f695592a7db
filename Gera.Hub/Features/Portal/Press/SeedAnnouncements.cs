namespace Gera.Hub.Features.Portal.Press;

/// <summary>Words of the demo town's announcements. None of it happened.</summary>
internal static class SeedAnnouncements
{
    private const string More = "\n\nFragen beantwortet die Pressestelle der Stadt, Kornmarkt 12.";

    public static readonly IReadOnlyList<SeedAnnouncement> All =
    [
        new(PressState.Published, -0.6, "buerger", "Der Mitmach-Hub ist offen", "Ab heute stimmen Sie im Saal, zu Hause oder am Tresen über Geras nächste Schritte ab. Lesen geht ohne Konto.",
            "## Was Sie hier tun können\n\n* **Im Saal** geben Sie den Code von der Leinwand ein und stimmen ab.\n* **Ideen** reichen Sie jederzeit ein und unterstützen die der anderen.\n* **Nachrechnen** können Sie jedes Ergebnis selbst.\n\nWer keinen Bildschirm mag, kommt in den Pop-up-Laden: Dort gibt es Formulare auf Papier und Menschen, die helfen." + More),
        new(PressState.Published, -2.2, "energie", "Zwei neue Solarbänke zum Ausprobieren", "Auf dem Kornmarkt und am Museumsplatz laden zwei weitere Bänke Telefone mit Sonnenstrom.",
            "Die Idee stammt aus dem Wettbewerb des Smart-City-Projekts. Die Bänke speichern tagsüber Strom und leuchten abends.\n\n> Sagen Sie uns, wo die nächste stehen soll: Der Ideenkasten ist offen." + More),
        new(PressState.Corrected, -3.4, "stadt", "Bürgerwerkstatt zum Radweg an der Elster", "Am kommenden Donnerstag geht es um den Abschnitt zwischen Untermhaus und Milbitz.",
            "Die Werkstatt beginnt um 17 Uhr im Kultur- und Kongresszentrum. Der Plan hängt aus, Varianten werden abgestimmt, das Ergebnis steht noch am Abend hier im Hub." + More),
        new(PressState.Published, -5, "wirtschaft", "Regionalmarkt: achtzig Läden sind dabei", "Bäcker, Buchladen, Schlosserei: Der Markt der Region wächst weiter.",
            "Wer einen Laden, eine Werkstatt oder ein Café führt, trägt sich selbst ein. Die Verwaltung schaut nach und gibt frei, meist am selben Tag." + More),
        new(PressState.Published, -7, "bildung", "Lesenacht in der Stadt- und Regionalbibliothek", "Kinder ab acht Jahren bleiben bis Mitternacht zwischen den Regalen.",
            "Mitzubringen sind Schlafsack, Taschenlampe und ein Lieblingsbuch. Die Plätze sind begrenzt; angemeldet wird im Kalender." + More),
        new(PressState.Published, -9, "buerger", "So lief die Abstimmung zu den Öffnungszeiten", "412 Menschen haben abgestimmt, davon 63 am Tresen und auf Papier.",
            "Die Mehrheit wünscht sich einen langen Donnerstag. Die Zählung steht offen und lässt sich nachrechnen. Über die Umsetzung entscheidet die Verwaltung bis zum Frühjahr." + More),
        new(PressState.Published, -12, "stadt", "Sorge: Baumscheiben werden größer", "Vierzehn Bäume in der Fußgängerzone bekommen mehr Platz für ihre Wurzeln.",
            "Gearbeitet wird abschnittsweise; Läden bleiben erreichbar. Die Arbeiten dauern drei Wochen." + More),
        new(PressState.Published, -15, "energie", "Wasser sparen: Zisternen für Kleingärten", "Die Stadt berät Gartenvereine, die Regen auffangen wollen.",
            "Beraten wird an vier Samstagen, immer in einem anderen Verein. Die Termine stehen im Kalender." + More),
        new(PressState.Published, -19, "bildung", "Duale Hochschule fragt nach: Wie gut fühlen Sie sich informiert?", "Die Umfrage dauert acht Minuten und ist auch auf Papier zu haben.",
            "Die Antworten werden ohne Namen ausgewertet. Ergebnisse erscheinen als Tabelle und Bild auf der Seite der Forschung." + More),
        new(PressState.Published, -24, "wirtschaft", "Gründerabend im Smart City Studio", "Drei junge Betriebe erzählen, was im ersten Jahr gelang und was nicht.",
            "Der Abend ist kostenlos. Ein Gebärdendolmetscher ist da; der Zugang ist stufenlos." + More),
        new(PressState.Published, -30, null, "Rathaus am Brückentag geschlossen", "Am Freitag nach dem Feiertag bleiben alle Ämter zu.", "Dringendes nimmt die Notfallnummer des jeweiligen Amtes entgegen. Der Pop-up-Laden öffnet wie gewohnt." + More),
        new(PressState.Withdrawn, -34, "bildung", "Freilichtkino im Hofwiesenpark", "Ein Sommerabend mit Film und Picknick.", "Der Film beginnt bei Einbruch der Dunkelheit." + More),
        new(PressState.Published, -41, "stadt", "Neue Linien an der Haltestelle Heinrichstraße", "Bus und Bahn sind jetzt besser aufeinander abgestimmt.", "Umstiege werden um bis zu sechs Minuten kürzer. Rückmeldungen sammelt die Arbeitsgruppe Stadt." + More),
        new(PressState.Published, -55, "buerger", "Leitlinien der Beteiligung: ein Jahr danach", "Was hat sich geändert, was noch nicht? Eine ehrliche Übersicht.", "Elf Verfahren nannten ihre Stufe der Beteiligung, zwei nicht. Alle Antworten der Verwaltung sind öffentlich." + More),
        new(PressState.Published, -70, "energie", "Wärmeplan: Karten zum Nachsehen", "Welche Straße kann später an ein Wärmenetz? Der Entwurf liegt aus.", "Einwände und Hinweise nimmt die Stadt sechs Wochen lang entgegen." + More),
        new(PressState.Archived, -320, "wirtschaft", "Advent in den Höfen", "Zwölf Höfe öffneten an vier Samstagen.", "Mit dabei waren Handwerk, Musik und viel Punsch." + More),
        new(PressState.Scheduled, 2.5, "stadt", "Spielplatz Bieblach-Ost: Kinder haben entschieden", "Gebaut wird der Kletterwald. So haben 118 Kinder abgestimmt.", "Die Abstimmung lief in drei Kitas und zwei Schulen, auf Papier und am Bildschirm." + More),
        new(PressState.Approved, 0, "bildung", "Otto-Dix-Haus: Führungen in Leichter Sprache", "Jeden ersten Sonntag im Monat, ohne Anmeldung.", "Die Führung dauert vierzig Minuten. Sitzgelegenheiten sind da." + More),
        new(PressState.InReview, 0, "wirtschaft", "Gutscheine für den Lieblingsladen", "Ein Gutschein, viele Läden: So funktioniert es.", "Gekauft wird im Laden, eingelöst ebenso. Durch den Hub läuft kein Geld." + More),
        new(PressState.Draft, 0, "energie", "Trinkbrunnen auf dem Kornmarkt", "Die Idee aus dem Ideenkasten nimmt die nächste Hürde.", "Noch zu klären: Leitung, Winterbetrieb, Pflege." + More),
    ];
}
