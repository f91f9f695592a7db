using System.Globalization;
using Gera.Hub.People.Data;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Halls.Questions;

/// <summary>A question as everyone in the hall sees it.</summary>
/// <param name="Mine">Whether the reader's seat asked it.</param>
/// <param name="Supported">Whether the reader's seat supports it.</param>
public sealed record QuestionView(Guid Id, string Text, string? Name, QuestionState State, string? Answer, int Upvotes, bool Mine, bool Supported, DateTimeOffset At);

/// <summary>Questions of a session, the most supported or the newest first.</summary>
public sealed class QuestionList(IDocumentStore store, HubDatabase database, PersonKeys keys)
{
    /// <summary>Questions on one page.</summary>
    public const int PageSize = 50;

    /// <param name="seat">The reader's seat, for "mine" and "supported"; null for none.</param>
    /// <param name="all">Whether waiting and hidden ones are in it (leaders only); what waits comes first then.</param>
    /// <param name="page">From one.</param>
    public async Task<IReadOnlyList<QuestionView>> Of(Guid hall, Guid? seat, bool all, bool newestFirst, int page, CancellationToken stop = default)
    {
        await using var command = database.Source.CreateCommand($"""
            select q.id, (select count(*) from halls.upvotes u where u.question = q.id)::int n, exists (select from halls.upvotes u where u.question = q.id and u.seat = $2)
            from {HubStore.Schema}.mt_doc_question q
            where (q.data ->> 'hall')::uuid = $1 and ($3 or q.data ->> 'state' in ('shown', 'answered') or (q.data ->> 'seat')::uuid = $2 and q.data ->> 'state' = 'waiting')
            order by ($3 and q.data ->> 'state' = 'waiting') desc, (q.data ->> 'state' in ('answered', 'hidden')), {(newestFirst ? "" : "n desc,")} q.id desc limit {PageSize} offset $4
            """);
        command.Parameters.AddWithValue(hall);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = seat ?? Guid.Empty });
        command.Parameters.AddWithValue(all);
        command.Parameters.AddWithValue((Math.Clamp(page, 1, 10_000) - 1) * PageSize);
        var rows = new List<(Guid Id, int Upvotes, bool Supported)>();
        await using (var reader = await command.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop)) rows.Add((reader.GetGuid(0), reader.GetInt32(1), reader.GetBoolean(2)));

        await using var session = store.QuerySession();
        var questions = (await session.LoadManyAsync<Question>(stop, [.. rows.Select(r => r.Id)])).ToDictionary(q => q.Id);
        var found = rows.Where(r => questions.ContainsKey(r.Id)).ToArray();
        var words = await Open([.. found.Select(r => questions[r.Id])], stop);
        return [.. found.Select((r, n) => View(words[n], r.Upvotes, r.Supported, seat))];
    }

    /// <summary>One question, or null.</summary>
    public async Task<QuestionView?> One(Guid question, CancellationToken stop = default)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Question>(question, stop) is not { State: QuestionState.Shown or QuestionState.Answered } found) return null;
        await using var command = database.Source.CreateCommand("select count(*)::int from halls.upvotes where question = $1");
        command.Parameters.AddWithValue(question);
        return View((await Open([found], stop))[0], (int)(await command.ExecuteScalarAsync(stop))!, false, null);
    }

    /// <summary>The questions with their words as they can be read now.</summary>
    internal async Task<IReadOnlyList<Question>> Open(IReadOnlyList<Question> questions, CancellationToken stop)
    {
        var opened = await keys.Open([.. questions.SelectMany(q => new[] { q.Text, q.Name })], stop);
        return [.. questions.Select((q, n) => q with { Text = opened[2 * n] is { Length: > 0 } text ? text : Erased, Name = opened[2 * n + 1] })];
    }

    /// <summary>Stands where words have gone with the account of whoever wrote them.</summary>
    private static string Erased => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "(deleted)" : "(gelöscht)";

    private static QuestionView View(Question q, int upvotes, bool supported, Guid? seat) => new(q.Id, q.Text, q.Name, q.State, q.Answer, upvotes, q.Seat == seat, supported, q.At);
}
