using System.Text.Json;
using System.Text.Json.Nodes;
using Gera.Hub.People.Data;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Halls.Mine;

/// <summary>What the halls keep of people: sessions they led, questions they asked, polls they took part in. Cards belong to nobody.</summary>
internal sealed class HallData(HallTraces traces, QuestionList questions, HubDatabase database, TimeProvider clock) : IPersonalData
{
    public string Section => "halls";

    public IReadOnlyList<Type> Covers => [typeof(HallOpened), typeof(Hall), typeof(QuestionAsked), typeof(QuestionUpvoted), typeof(Question)];

    /// <summary>Plain tables of the room with a seat or a voter in them.</summary>
    internal static IReadOnlyList<string> Tables => ["ballot_marks", "ballot_keys", "opened_marks", "question_slots", "upvotes", "cards"];

    public async Task<JsonNode?> Export(Guid person, CancellationToken stop)
    {
        var seats = await traces.Seats(person, stop);
        var led = await traces.Led(person, int.MaxValue, stop);
        var asked = await questions.Open(await traces.Questions(seats, int.MaxValue, stop), stop);
        var polls = await traces.Polls(seats, stop);
        if (led.Count + asked.Count + polls.Count == 0) return null;
        var halls = await traces.Halls(asked.Select(q => q.Hall).Concat(polls.Select(p => p.Poll.Session)), stop);
        var words = await Words(polls, stop);
        return JsonSerializer.SerializeToNode(new
        {
            SessionsLed = led.Select(h => new { h.Title, h.Code, At = h.OpenedAt, h.EndedAt }),
            Questions = asked.Select(q => new { Title = halls[q.Hall].Title, q.Text, q.Name, State = q.State.ToString(), q.Answer, q.At }),
            Polls = polls.Select(p => new
            {
                Title = halls[p.Poll.Session].Title,
                p.Poll.Rules.Question,
                p.Poll.Rules.Secret,
                At = p.Poll.OpenedAt,
                Choice = p.Choice is null ? null : Named(p.Poll.Rules, p.Choice),
                Words = words.GetValueOrDefault(p.Poll.Id),
                p.Receipt,
            }),
        }, JsonSerializerOptions.Web);
    }

    /// <summary>
    /// Marks made of the account get a random voter in their place, so that nothing leads back to it; how many there are and what they say stays.
    /// A seat that was taken over was random from the beginning: with the account goes the only row that connects the two.
    /// </summary>
    public async Task Erase(Guid person, bool keepContributions, IDocumentSession session, CancellationToken stop)
    {
        var seats = await traces.Seats(person, stop);
        var asked = await traces.Questions(seats, int.MaxValue, stop);
        var readable = await questions.Open(asked, stop);
        foreach (var (n, question) in asked.Index())
        {
            // Words from before there was an account were never sealed, so the event itself is emptied.
            if (question.Name is not null && !PersonKeys.IsSealed(question.Name)) Empty(session, question.Id, "name", "null");
            if (!keepContributions && !PersonKeys.IsSealed(question.Text)) Empty(session, question.Id, "text", "\"\"");
            session.Events.Append(question.Id, keepContributions && question.Text.Length > 0
                ? new QuestionLeft(question.Hall, PersonKeys.IsSealed(question.Text) ? readable[n].Text : null, clock.GetUtcNow())
                : new QuestionErased(question.Hall, clock.GetUtcNow()));
        }
        if (!keepContributions)
            foreach (var poll in (await traces.Polls(seats, stop)).Where(p => p is { Receipt: not null, Poll.Rules.Kind: PollKind.Text }))
                session.QueueSqlCommand("delete from halls.words where poll = ? and receipt = ?", poll.Poll.Id, poll.Receipt!);

        var ofAccount = seats.Where(s => s.OfAccount).Select(s => s.Id).ToArray();
        if (ofAccount.Length == 0) return;
        foreach (var table in new[] { "ballot_marks", "opened_marks" }) session.QueueSqlCommand($"update halls.{table} set voter = gen_random_uuid() where voter = any(?)", ofAccount);
        session.QueueSqlCommand("delete from halls.ballot_keys where voter = any(?)", ofAccount);
        session.QueueSqlCommand("delete from halls.question_slots where seat = any(?)", ofAccount);
        session.QueueSqlCommand("update halls.upvotes set seat = gen_random_uuid() where seat = any(?)", ofAccount);
    }

    private static void Empty(IDocumentSession session, Guid question, string field, string value) =>
        session.QueueSqlCommand($"update {HubStore.Schema}.mt_events set data = jsonb_set(data, '{{{field}}}', '{value}') where stream_id = ? and type = 'question_asked'", question);

    private static string Named(PollRules rules, int[] choice) => rules.Kind is PollKind.Single or PollKind.Multiple or PollKind.Motion or PollKind.Ranking
        ? string.Join(", ", choice.Select(n => rules.Options.ElementAtOrDefault(n - 1) ?? n.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        : string.Join(", ", choice);

    /// <summary>What the person wrote in text polls.</summary>
    private async Task<Dictionary<Guid, string>> Words(IReadOnlyList<MyPoll> polls, CancellationToken stop)
    {
        var mine = polls.Where(p => p is { Receipt: not null, Poll.Rules.Kind: PollKind.Text }).ToArray();
        await using var command = database.Source.CreateCommand("select w.poll, w.words from unnest($1, $2) r(poll, receipt) join halls.words w on w.poll = r.poll and w.receipt = r.receipt");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. mine.Select(p => p.Poll.Id)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. mine.Select(p => p.Receipt!)] });
        var words = new Dictionary<Guid, string>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) words[reader.GetGuid(0)] = reader.GetString(1);
        return words;
    }
}
