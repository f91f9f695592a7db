using System.Text.Json;
using System.Text.Json.Nodes;
using Gera.Hub.People.Data;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Comments;

/// <summary>Comments somebody wrote. Likes are erased with the room's other plain tables.</summary>
internal sealed class CommentData(HubDatabase database, TimeProvider clock) : IPersonalData
{
    public string Section => "comments";

    public IReadOnlyList<Type> Covers => [typeof(CommentMade), typeof(CommentReworded), typeof(CommentWithdrawn), typeof(CommentHidden), typeof(CommentRestored), typeof(Comment)];

    public async Task<JsonNode?> Export(Guid person, CancellationToken stop)
    {
        var (comments, likes) = (new List<object>(), new List<object>());
        await using var written = database.Source.CreateCommand($"select i.number, c.data->>'mark', c.state, c.at, coalesce(w.words, '') from {CommentSight.Table} c join {IdeaSight.Table} i on i.id = c.idea left join ideas.comment_words w on w.comment = c.id where c.author = $1 order by c.at");
        written.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        await using (var rows = await written.ExecuteReaderAsync(stop))
            while (await rows.ReadAsync(stop)) comments.Add(new { Idea = rows.GetString(0), Mark = rows.GetString(1), State = rows.GetString(2), At = await rows.GetFieldValueAsync<DateTimeOffset>(3, stop), Words = rows.GetString(4) });
        await using var liked = database.Source.CreateCommand("select comment, at from ideas.likes where person = $1 order by at");
        liked.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        await using (var rows = await liked.ExecuteReaderAsync(stop))
            while (await rows.ReadAsync(stop)) likes.Add(new { Comment = rows.GetGuid(0), At = await rows.GetFieldValueAsync<DateTimeOffset>(1, stop) });
        return comments.Count + likes.Count == 0 ? null : JsonSerializer.SerializeToNode(new { Comments = comments, Likes = likes }, JsonSerializerOptions.Web);
    }

    public async Task Erase(Guid person, bool keepContributions, IDocumentSession session, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var comment in await session.Query<Comment>().Where(c => c.Author == person).Select(c => c.Id).ToListAsync(stop))
        {
            (await session.Events.FetchForWriting<Comment>(comment, stop)).AppendOne(keepContributions ? new CommentLeft(now) : new CommentErased(now));
            if (!keepContributions) session.QueueSqlCommand("delete from ideas.comment_words where comment = ?", comment);
        }
    }
}
