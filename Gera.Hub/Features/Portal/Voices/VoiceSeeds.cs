using Gera.Hub.People;
using Gera.Hub.Storage;
using Marten;

namespace Gera.Hub.Features.Portal.Voices;

/// <summary>The two voices of the city's Smart City page, with nothing put into their mouths; in demo mode two invented ones beside them.</summary>
internal sealed class VoiceSeeds(IDocumentStore store, TimeProvider clock) : ISeed
{
    private static readonly (string Slug, VoiceWords Words)[] Real =
    [
        ("jochen-rabe", new("Prof. Jochen Rabe", "Professur für Urbane Resilienz und Digitalisierung, Einstein Center Digital Future (ECDF), TU Berlin", "",
            "Prof. Jochen Rabe gehört zu den Stimmen aus dem Netzwerk, die das Modellprojekt Smart City Gera begleitet haben. Seine Professur befasst sich mit Urbaner Resilienz und Digitalisierung.\n\n==Zitat oder Gespräch, Bild und Einverständnis holt die Stadt ein.==")),
        ("nadine-kuhla-von-bergmann", new("Dr. Nadine Kuhla von Bergmann", "Gründerin und Geschäftsführerin, Creative Climate Cities", "",
            "Dr. Nadine Kuhla von Bergmann gehört zu den Stimmen aus dem Netzwerk, die das Modellprojekt Smart City Gera begleitet haben. Sie hat Creative Climate Cities gegründet und leitet es.\n\n==Zitat oder Gespräch, Bild und Einverständnis holt die Stadt ein.==")),
    ];

    private static readonly (string Slug, VoiceWords Words)[] Invented =
    [
        ("irene-wolfram", new("Irene Wolfram", "Rentnerin aus Lusan, besucht die Sprechstunde im Studio (erfundene Person der Vorführung)", "Ich habe kein Telefon zum Wischen. Mitgestimmt habe ich trotzdem: mit Stift und Stimmkarte.",
            "## Frau Wolfram, wie sind Sie dazugekommen?\n\nMeine Nachbarin hat mich mitgenommen. Im Studio saß jemand, der Zeit hatte. Ich habe meine Idee erzählt, und er hat sie aufgeschrieben, so wie ich sie gesagt habe.\n\n## Welche war das?\n\nMehr Bänke auf dem Weg zur Straßenbahn. Wer schlecht läuft, geht nur so weit, wie er sicher wieder sitzen kann.\n\n## Und was ist daraus geworden?\n\nEinunddreißig Leute fanden das auch. Dass ich die Zahl selbst nachsehen konnte, auf dem Zettel mit meiner Nummer, das hat mir gefallen.")),
        ("tarek-lindner", new("Tarek Lindner", "Auszubildender, Arbeitsgruppe Energie und Umwelt (erfundene Person der Vorführung)", "Wenn am Ende dasteht, warum etwas nicht geht, rege ich mich nicht auf. Wenn gar nichts dasteht, schon.",
            "## Was machst du in der Arbeitsgruppe?\n\nZuhören und dann doch etwas sagen. Am Anfang dachte ich, das ist nichts für Leute unter vierzig.\n\n## Was hat dich überrascht?\n\nDass man sieht, was aus einem Vorschlag wird. Meiner zur Solarbank wurde zusammengelegt mit zwei anderen. Erst war ich sauer, dann haben wir zu dritt weitergemacht.\n\n## Was wünschst du dir für 2037?\n\nDass niemand mehr fragt, warum ich in Gera geblieben bin.")),
    ];

    public async Task Sow(bool demo, CancellationToken stop)
    {
        await using var session = store.LightweightSession();
        if (await session.Query<Voice>().AnyAsync(stop)) return;
        var now = clock.GetUtcNow();
        foreach (var (n, (slug, words)) in Real.Concat(demo ? Invented : []).Index()) session.Insert(new Voice(Ids.At(now), slug, 1, words, 10 * (n + 1), true, null, null, now));
        await session.SaveChangesAsync(stop);
    }
}
