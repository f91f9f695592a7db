using Gera.Hub.Features.Groups.Meetings;
using Gera.Hub.Features.Groups.Tasks;
using Gera.Hub.People;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Marten;

namespace Gera.Hub.Features.Groups;

/// <summary>In demo mode each group has met and will meet. All of it invented.</summary>
internal sealed class GroupSeeds(Door door, IDocumentStore store, MeetingDates dates, TimeProvider clock) : ISeed
{
    private sealed record Evening(string Group, int Days, string Place, string Title, string Text, (string Title, int Minutes, string Text, string? Question)[] Items, (string Words, string Decision)[] Notes, int Guests);

    private static readonly Evening[] All =
    [
        new("wirtschaft", -24, "Rathaus, Saal 2", "Läden und Lieferungen", "Wie kommen Waren aus der Innenstadt in die Ortsteile?", [("Bericht aus den Läden", 20, "", null), ("Gemeinsame Lieferung am Freitag", 40, "Drei Betriebe stellen ein Modell vor.", null)], [("Acht Läden berichten: Das Weihnachtsgeschäft beginnt früher als sonst.", ""), ("Ein Lastenrad reicht für den Anfang; die Abholstelle wird noch gesucht.", "Die Gruppe erprobt die gemeinsame Lieferung im Januar.")], 7),
        new("wirtschaft", 8, "Rathaus, Saal 2", "Offene Ladentüren im Winter", "Offen für alle, die in Gera arbeiten oder gründen wollen.", [("Rückblick auf die Lieferung", 15, "", null), ("Längere Öffnung im Advent", 30, "An welchem Tag soll länger geöffnet sein?", "Soll es im Advent einen langen Donnerstag geben?"), ("Verschiedenes", 15, "", null)], [], 0),
        new("bildung", -31, "Stadtbibliothek", "Ein Kulturkalender für alle", "Vereine, Museen und Theater an einem Tisch.", [("Was es schon gibt", 20, "", null), ("Wer trägt ein?", 30, "", null)], [("Vier Kalender nebeneinander, keiner vollständig.", ""), ("Vereine wünschen sich ein Formular, das auch am Telefon geht.", "Der Kalender im Hub wird der gemeinsame.")], 11),
        new("bildung", 10, "Stadtbibliothek", "Proberäume", "Wo können Bands, Chöre und Theatergruppen proben?", [("Liste der Räume", 20, "", null), ("Wünsche der Gruppen", 40, "Bitte bringen Sie Zeiten mit, zu denen Sie proben.", null)], [], 0),
        new("energie", -17, "Orangerie", "Schatten und Trinkwasser", "Was an heißen Tagen hilft.", [("Karte der heißen Plätze", 25, "", null), ("Fünf Trinkbrunnen", 35, "Vorschlag der Gruppe für das nächste Jahr.", null)], [("Am heißesten ist es am Museumsplatz und in Bieblach-Ost.", ""), ("Die Brunnen sollen stehen, wo Kinder spielen.", "Die Gruppe reicht fünf Standorte als Idee ein.")], 9),
        new("energie", 14, "Orangerie", "Wärme im Quartier", "Fragen zu Heizung und Netzen, ohne Fachwörter.", [("Wie heizen wir heute?", 20, "", null), ("Gemeinsam einkaufen", 30, "", "Soll die Gruppe eine Sammelbestellung vorbereiten?")], [], 0),
        new("stadt", -12, "Rathaus, Saal 2", "Wege und Plätze", "Bericht von der Begehung am Bahnhof.", [("Was wir gesehen haben", 20, "", null), ("Bänke und Bordsteine", 30, "", null)], [("An elf Stellen sind Bordsteine zu hoch.", ""), ("Die Liste geht an das Tiefbauamt.", "Bis zum Frühjahr werden drei Stellen abgesenkt; die Gruppe sieht nach.")], 14),
        new("stadt", 15, "Rathaus, Saal 2", "Sichere Wege zur Schule", "Mit Eltern, Schulen und Verkehrsbetrieb.", [("Drei gefährliche Kreuzungen", 25, "", null), ("Tempo 30 vor Schulen", 30, "Dazu liegt ein Papier der Elternvertretung vor.", "Soll die Gruppe Tempo 30 vor allen Schulen vorschlagen?"), ("Nächste Begehung", 10, "", null)], [], 0),
        new("buerger", -20, "Pop-up-Store", "Was wurde aus der Idee?", "Wie erfahren alle, was aus ihrer Idee wurde?", [("Antworten der Stadt", 30, "", null), ("Einfache Sprache", 20, "", null)], [("Die meisten Antworten kommen in vier Wochen.", ""), ("Zwei Briefe wurden gemeinsam umgeschrieben.", "Die Gruppe liest Antworten gegen, bevor sie hinausgehen.")], 6),
        new("buerger", 17, "Pop-up-Store", "Beteiligung auf einen Blick", "Eine Seite, die alle laufenden Verfahren zeigt.", [("Entwurf ansehen", 30, "", null), ("Was fehlt?", 30, "", null)], [], 0),
    ];

    private static readonly (string Title, int Days)[] Tasks = [("Saal für das nächste Treffen bestellen", 4), ("Protokoll an das Amt schicken", 11)];

    public async Task Sow(bool demo, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        if (!demo || await session.Query<Meeting>().AnyAsync(stop)) return;
        var (now, today) = (clock.GetUtcNow(), Berlin.Day(clock.GetUtcNow()));
        foreach (var (n, one) in All.Index())
        {
            var (id, start) = (Ids.At(now.AddDays(-50).AddMinutes(n)), today.AddDays(one.Days).ToDateTime(new TimeOnly(17, 30)));
            await Send(new PlanMeeting(id, one.Group, new MeetingFacts(one.Title, one.Text, start, start.AddHours(2), one.Place, null), true), stop);
            var items = one.Items.Select((_, i) => Ids.At(now.AddDays(-49).AddMinutes(n).AddSeconds(i))).ToArray();
            foreach (var (i, item) in one.Items.Index())
                await Send(new WriteAgendaItem(id, items[i], item.Title, item.Minutes, item.Text, item.Question is { } question ? [new AgendaPoll(Ids.At(now.AddDays(-48).AddMinutes(n).AddSeconds(i)), question, "motion", [], false)] : []), stop);
            if (one.Notes.Length == 0)
            {
                await dates.Sync(id, Caller.Clock, stop);
                continue;
            }
            await Send(new WriteMinutes(id, one.Guests, "", [.. one.Notes.Select((note, i) => new ItemNote(items[i], note.Words, note.Decision))], [], MinutesWords.Empty.Stamp()), stop);
            await Send(new PublishMinutes(id), stop);
            foreach (var (i, (task, days)) in Tasks.Index())
                await Send(new AddTask(Ids.At(now.AddDays(-47).AddMinutes(n).AddSeconds(i)), one.Group, task, null, today.AddDays(days)), stop);
        }
    }

    private Task<Answer<Done>> Send<TWish>(TWish wish, CancellationToken stop) where TWish : IWish<Done> => door.Send<TWish, Done>(wish, Caller.Clock, stop);
}
