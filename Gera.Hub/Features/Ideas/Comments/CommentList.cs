using Gera.Hub.Features.Ideas.Moderation;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Comments;

public enum CommentOrder
{
    Newest,
    Oldest,
    Liked,
}

/// <summary>A comment as a page shows it.</summary>
/// <param name="Words">Empty unless everyone may read them.</param>
/// <param name="Name">Of the account; null when it is gone.</param>
/// <param name="Note">What the moderator wrote beside the reason; empty unless hidden.</param>
public sealed record CommentView(Guid Id, Guid? Thread, Guid? Author, string? Name, Mark Mark, bool Official, CommentState State, DateTimeOffset At, bool Changed, string Words, int Likes, bool Mine, ReportReason? Reason, string Note)
{
    public IReadOnlyList<CommentView> Replies { get; init; } = [];

    /// <summary>The paragraph it is about; null: the idea as a whole.</summary>
    public PlaceInText? Place { get; init; }
}

/// <summary>The comments of an idea, asked of the facts; none where the idea itself is not for everyone.</summary>
public sealed class CommentList(HubDatabase database)
{
    public const int PageSize = 20;

    /// <summary>Words in addresses for the orders.</summary>
    public static IReadOnlyDictionary<string, CommentOrder> Orders { get; } = new Dictionary<string, CommentOrder>(StringComparer.Ordinal)
    {
        ["neu"] = CommentOrder.Newest,
        ["alt"] = CommentOrder.Oldest,
        ["beliebt"] = CommentOrder.Liked,
    };

    // A place without words is shown only where it holds others together, or says why it is empty.
    private const string Threads = $"""
        c.idea = @idea and c.thread is null and {CommentSight.WithIdea}
        and (c.state in ('Published', 'Hidden') or exists (select from {CommentSight.Table} r where r.thread = c.id and r.state = 'Published'))
        """;

    private const string Likes = "(select count(*)::int from ideas.likes l where l.comment = c.id)";

    /// <summary>One page of threads with their replies, how many threads there are, and how many comments with words.</summary>
    /// <param name="reader">Whose likes are marked.</param>
    public async Task<(IReadOnlyList<CommentView> Comments, int Threads, int All)> Of(Guid idea, CommentOrder order, int page, Guid? reader, CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        await using var count = new NpgsqlCommand($"select (select count(*)::int from {CommentSight.Table} c where {Threads}), (select count(*)::int from {CommentSight.Table} c where c.idea = @idea and {CommentSight.Everyone})", connection);
        count.Parameters.AddWithValue("idea", idea);
        int threads, all;
        await using (var counted = await count.ExecuteReaderAsync(stop))
        {
            await counted.ReadAsync(stop);
            (threads, all) = (counted.GetInt32(0), counted.GetInt32(1));
        }

        var by = order switch { CommentOrder.Oldest => "c.at, c.id", CommentOrder.Liked => $"case when c.state = 'Published' then {Likes} else 0 end desc, c.at desc, c.id", _ => "c.at desc, c.id" };
        var tops = await Read($"{Threads} order by {by} limit {PageSize} offset @skip", connection, reader, stop, ("idea", idea), ("skip", (page - 1) * PageSize));
        if (tops.Count == 0) return (tops, threads, all);
        var replies = (await Read("c.thread = any(@threads) and c.state in ('Published', 'Hidden') order by c.at, c.id", connection, reader, stop, ("threads", tops.Select(t => t.Id).ToArray()))).ToLookup(r => r.Thread);
        return ([.. tops.Select(top => top with { Replies = [.. replies[top.Id]] })], threads, all);
    }

    /// <summary>On which page, newest first, a comment of that idea stands; null when it stands on none.</summary>
    public async Task<int?> PageOf(Guid idea, Guid comment, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"""
            select (select count(*)::int from {CommentSight.Table} c where {Threads} and (c.at > t.at or c.at = t.at and c.id < t.id)) / {PageSize} + 1
            from {CommentSight.Table} x join {CommentSight.Table} t on t.id = coalesce(x.thread, x.id) where x.id = @comment and x.idea = @idea
            """);
        command.Parameters.AddWithValue("idea", idea);
        command.Parameters.AddWithValue("comment", comment);
        return await command.ExecuteScalarAsync(stop) as int?;
    }

    /// <summary>The words of a comment of that idea, as everyone may read them; null when nobody may.</summary>
    public async Task<string?> Words(Guid idea, Guid comment, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select w.words from {CommentSight.Table} c join ideas.comment_words w on w.comment = c.id where c.id = @comment and c.idea = @idea and {CommentSight.Everyone}");
        command.Parameters.AddWithValue("idea", idea);
        command.Parameters.AddWithValue("comment", comment);
        return await command.ExecuteScalarAsync(stop) as string;
    }

    private static async Task<List<CommentView>> Read(string which, NpgsqlConnection connection, Guid? reader, CancellationToken stop, params (string Name, object Value)[] values)
    {
        await using var command = new NpgsqlCommand($"""
            select c.id, c.thread, c.author, nullif(u."DisplayName", ''), c.data->>'mark', (c.data->>'official')::boolean, c.state, c.at, c.data->>'changedAt' is not null,
                case when c.state = 'Published' then coalesce(w.words, '') else '' end, case when c.state = 'Published' then {Likes} else 0 end,
                exists (select from ideas.likes l where l.comment = c.id and l.person = @reader), c.data->'hidden'->>'reason', coalesce(n.words, ''),
                (c.data->'place'->>'version')::int, (c.data->'place'->>'paragraph')::int
            from {CommentSight.Table} c left join ideas.comment_words w on w.comment = c.id left join people.users u on u."Id" = c.author
                left join ideas.case_words n on n.of_case = (c.data->'hidden'->>'case')::uuid and n.kind = 'decision'
            where {which}
            """, connection);
        command.Parameters.AddWithValue("reader", reader ?? Guid.Empty);
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        var comments = new List<CommentView>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            async Task<bool> Has(int column) => !await rows.IsDBNullAsync(column, stop);
            comments.Add(new CommentView(rows.GetGuid(0), await Has(1) ? rows.GetGuid(1) : null, await Has(2) ? rows.GetGuid(2) : null, await Has(3) ? rows.GetString(3) : null, Enum.Parse<Mark>(rows.GetString(4)), rows.GetBoolean(5),
                Enum.Parse<CommentState>(rows.GetString(6)), await rows.GetFieldValueAsync<DateTimeOffset>(7, stop), rows.GetBoolean(8), rows.GetString(9), rows.GetInt32(10), rows.GetBoolean(11),
                await Has(12) ? Enum.Parse<ReportReason>(rows.GetString(12)) : null, rows.GetString(13))
            {
                Place = await Has(14) ? new PlaceInText(rows.GetInt32(14), rows.GetInt32(15)) : null,
            });
        }
        return comments;
    }
}
