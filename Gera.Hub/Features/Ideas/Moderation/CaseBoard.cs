using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Moderation;

/// <summary>A case as moderators and whom it concerns read it.</summary>
/// <param name="Number">Of the idea it is, or stands under.</param>
/// <param name="Text">The words in question, as they read now; empty when they are gone.</param>
/// <param name="Note">The moderator's words.</param>
public sealed record CaseView(Guid Id, Subject Kind, Guid Subject, string Number, string Title, string Text, Guid? Author, CaseState State, ReportReason Reason, DateTimeOffset At, Guid? DecidedBy, DateTimeOffset? DecidedAt, string Note, string Appeal, string Answer)
{
    public IReadOnlyList<ReportView> Reports { get; init; } = [];

    public IReadOnlyList<string> Hints => [.. PersonalHints.In(Title + "\n" + Text), .. SpamHints.In(Title + "\n" + Text)];
}

/// <summary>One report, by nobody in particular.</summary>
public sealed record ReportView(ReportReason Reason, string Words, DateTimeOffset At);

/// <summary>One line of the public page: nobody's name, no number, no words.</summary>
public sealed record DecisionView(DateTimeOffset At, Subject Kind, ReportReason Reason, CaseState State);

/// <summary>How much waits, and for how long.</summary>
/// <param name="Oldest">Since when the one that waits longest waits; null when nothing does.</param>
public sealed record CaseFigures(int Open, int Appeals, DateTimeOffset? Oldest);

/// <summary>Cases for those who decide, those they concern, and everyone.</summary>
public sealed class CaseBoard(HubDatabase database)
{
    public const int PageSize = 20;

    private const string Table = "hub.mt_doc_case", Waits = "c.state in ('Open', 'Appealed')", IsDecided = "c.state <> 'Open'";

    private static readonly string Whole = $"""
        select c.id, c.data->>'kind', (c.data->>'subject')::uuid, i.number, coalesce(w.title, ''),
            case when c.data->>'kind' = 'Idea' then coalesce(w.summary || E'\n\n' || w.body, '') else coalesce(cw.words, '') end,
            nullif(c.data->>'author', '')::uuid, c.state, c.data->>'reason', (c.data->>'at')::timestamptz, nullif(c.data->>'decidedBy', '')::uuid, (c.data->>'decidedAt')::timestamptz,
            coalesce((select words from ideas.case_words x where x.of_case = c.id and x.kind = 'decision'), ''), coalesce((select words from ideas.case_words x where x.of_case = c.id and x.kind = 'appeal'), ''),
            coalesce((select words from ideas.case_words x where x.of_case = c.id and x.kind = 'answer'), '')
        from {Table} c join {IdeaSight.Table} i on i.id = (c.data->>'idea')::uuid left join ideas.words w on w.idea = i.id and w.is_current
            left join ideas.comment_words cw on cw.comment = (c.data->>'subject')::uuid
        """;

    public async Task<CaseFigures> Figures(CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select count(*) filter (where c.state = 'Open')::int, count(*) filter (where c.state = 'Appealed')::int, min(c.waits_since) from {Table} c where {Waits}");
        await using var row = await command.ExecuteReaderAsync(stop);
        await row.ReadAsync(stop);
        return new CaseFigures(row.GetInt32(0), row.GetInt32(1), await row.IsDBNullAsync(2, stop) ? null : await row.GetFieldValueAsync<DateTimeOffset>(2, stop));
    }

    /// <summary>What waits to be decided, the oldest first.</summary>
    public async Task<IReadOnlyList<CaseView>> Queue(int page, CancellationToken stop)
    {
        var cases = await Read($"{Whole} where {Waits} order by c.waits_since, c.id limit {PageSize} offset $1", (page - 1) * PageSize, stop);
        await using var command = database.Source.CreateCommand("select of_case, reason, words, at from ideas.reports where of_case = any($1) order by at limit 2000");
        command.Parameters.AddWithValue(cases.Select(c => c.Id).ToArray());
        var reports = new List<(Guid Case, ReportView View)>();
        await using (var rows = await command.ExecuteReaderAsync(stop))
            while (await rows.ReadAsync(stop)) reports.Add((rows.GetGuid(0), new ReportView(Enum.Parse<ReportReason>(rows.GetString(1)), rows.GetString(2), await rows.GetFieldValueAsync<DateTimeOffset>(3, stop))));
        var byCase = reports.ToLookup(r => r.Case, r => r.View);
        return [.. cases.Select(c => c with { Reports = [.. byCase[c.Id]] })];
    }

    public async Task<CaseView?> One(Guid id, CancellationToken stop) => (await Read($"{Whole} where c.id = $1", id, stop)).FirstOrDefault();

    /// <summary>What was decided, the latest first, and how many decisions there are.</summary>
    public async Task<(IReadOnlyList<DecisionView> Decisions, int All)> Decisions(int page, CancellationToken stop)
    {
        await using var count = database.Source.CreateCommand($"select count(*)::int from {Table} c where {IsDecided}");
        var all = (int)(await count.ExecuteScalarAsync(stop))!;
        await using var command = database.Source.CreateCommand($"select (c.data->>'decidedAt')::timestamptz as decided, c.data->>'kind', c.data->>'reason', c.state from {Table} c where {IsDecided} order by decided desc, c.id limit {PageSize} offset $1");
        command.Parameters.AddWithValue((page - 1) * PageSize);
        var decisions = new List<DecisionView>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
            decisions.Add(new DecisionView(await rows.GetFieldValueAsync<DateTimeOffset>(0, stop), Enum.Parse<Subject>(rows.GetString(1)), Enum.Parse<ReportReason>(rows.GetString(2)), Enum.Parse<CaseState>(rows.GetString(3))));
        return (decisions, all);
    }

    /// <summary>What stands in place of a hidden text, beside its reason.</summary>
    public async Task<string> Note(Guid id, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select words from ideas.case_words where of_case = $1 and kind = 'decision'");
        command.Parameters.AddWithValue(id);
        return await command.ExecuteScalarAsync(stop) as string ?? "";
    }

    private async Task<List<CaseView>> Read(string sql, object value, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.Parameters.AddWithValue(value);
        var cases = new List<CaseView>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            async Task<Guid?> Id(int column) => await rows.IsDBNullAsync(column, stop) ? null : rows.GetGuid(column);
            cases.Add(new CaseView(rows.GetGuid(0), Enum.Parse<Subject>(rows.GetString(1)), rows.GetGuid(2), rows.GetString(3), rows.GetString(4), rows.GetString(5), await Id(6), Enum.Parse<CaseState>(rows.GetString(7)),
                Enum.Parse<ReportReason>(rows.GetString(8)), await rows.GetFieldValueAsync<DateTimeOffset>(9, stop), await Id(10), await rows.IsDBNullAsync(11, stop) ? null : await rows.GetFieldValueAsync<DateTimeOffset>(11, stop),
                rows.GetString(12), rows.GetString(13), rows.GetString(14)));
        }
        return cases;
    }
}
