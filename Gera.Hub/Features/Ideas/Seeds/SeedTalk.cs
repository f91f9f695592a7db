using Gera.Hub.Features.Ideas.Comments;
using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Seeds;

/// <summary>What happened to the seeds' ideas: the city's answers in every status, comments with replies, and two ideas that said the same.</summary>
internal sealed class SeedTalk(IDocumentStore store, IReadOnlyList<Guid> authors, DateTimeOffset today)
{
    private static readonly (int Idea, IdeaAnswer Answer)[] Answers =
    [
        (0, new(AnswerStatus.Realised, "Der Brunnen steht seit dem Sommer an der Südseite des Platzes. Er wird wöchentlich beprobt.", "Tiefbau und Verkehr", "etwa 18.000 €", "", null)),
        (1, new(AnswerStatus.Qualified, "Sechs Standorte sind mit der Gewässeraufsicht abgestimmt. Wir suchen Patinnen und Paten.", "Stadtgrün", "etwa 9.000 €", "Bestellung der Bänke", new DateOnly(2027, 3, 31))),
        (2, new(AnswerStatus.Refused, "Für einen festen Nachtbus fehlt die Nachfrage. Wir prüfen stattdessen einen Rufbus und melden uns hier.", "Öffentlicher Nahverkehr", "", "", null)),
        (3, new(AnswerStatus.Checking, "Die Stadtbibliothek rechnet, welche Geräte sich ausleihen lassen und wer sie wartet.", "Stadtbibliothek", "", "Ergebnis der Prüfung", new DateOnly(2026, 12, 15))),
        (5, new(AnswerStatus.Checking, "Wir zählen den Verkehr vor der Kita zwei Wochen lang.", "Straßenverkehrsbehörde", "", "Auswertung der Zählung", new DateOnly(2026, 12, 1))),
    ];

    private static readonly (int Idea, int Days, Mark Mark, bool Official, string Words, (Mark Mark, string Words)[] Replies)[] Comments =
    [
        (0, 12, Mark.Pro, false, "Mit einem Becken unten für Hunde wäre er perfekt.", [(Mark.Pro, "Das kostet kaum mehr, bitte gleich mitplanen.")]),
        (0, 14, Mark.Contra, false, "Im Winter friert er ein. Wer stellt ihn dann ab?", [(Mark.Neutral, "Ein Frostwächter reicht, das machen andere Städte auch so.")]),
        (1, 9, Mark.Pro, false, "Bitte mit **Armlehnen**: Ohne komme ich nicht mehr hoch.", []),
        (3, 20, Mark.Pro, false, "Ich würde meine Nähmaschine dafür hergeben und zeigen, wie sie geht.", [(Mark.Pro, "Dann fehlt nur noch ein Regal.")]),
        (3, 22, Mark.Neutral, true, "Vielen Dank für die Angebote. Bitte bringen Sie noch keine Geräte vorbei: Wir klären zuerst die Prüfung nach Vorschrift.", []),
        (5, 30, Mark.Pro, false, "Ich stehe dort jeden Morgen mit zwei Kindern. Es ist höchste Zeit.", [(Mark.Pro, "Wir auch, von der anderen Seite."), (Mark.Contra, "Ein Zebrastreifen bremst niemanden. Besser eine Insel.")]),
    ];

    public async Task Sow(IReadOnlyList<Guid> ideas, CancellationToken stop)
    {
        await using var session = store.LightweightSession();
        foreach (var (n, answer) in Answers)
        {
            var stream = await session.Events.FetchForWriting<Idea>(ideas[n], stop);
            var at = stream.Aggregate!.At.AddDays(35);
            stream.AppendMany(new AnswerPrepared(answer, authors[0], at.AddDays(-2)), new AnswerPublished(authors[0], at));
        }
        var lead = await session.LoadAsync<Idea>(ideas[8], stop);
        (await session.Events.FetchForWriting<Idea>(ideas[28], stop)).AppendOne(new IdeaMerged(lead!.Id, "Beide wünschen mehr Schatten durch gesunde Stadtbäume.", authors[0], today.AddDays(-40)));
        foreach (var (n, days, mark, official, words, replies) in Comments)
        {
            var at = (await session.LoadAsync<Idea>(ideas[n], stop))!.At.AddDays(days);
            var thread = Say(session, ideas[n], null, mark, official, words, at, days);
            foreach (var (m, reply) in replies.Index()) Say(session, ideas[n], thread, reply.Mark, false, reply.Words, at.AddHours(5 + m), days + m + 1);
        }
        await session.SaveChangesAsync(stop);
    }

    private Guid Say(IDocumentSession session, Guid idea, Guid? thread, Mark mark, bool official, string words, DateTimeOffset at, int who)
    {
        var id = Ids.At(at);
        session.Events.StartStream<Comment>(id, new CommentMade(id, idea, thread, authors[who % authors.Count], mark, official, at));
        session.QueueSqlCommand("insert into ideas.comment_words (comment, words) values (?, ?)", id, words);
        return id;
    }
}
