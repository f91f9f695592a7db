using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Comments;

/// <summary>What the verbs of comments have in common.</summary>
internal sealed class CommentDesk(Noticeboard board)
{
    private const int ThreadMost = 200;

    /// <summary>Of a comment everyone may read, with its author as the owner; of any other there is nothing to know.</summary>
    public static async Task<Scope?> Visible(Guid comment, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var look = new NpgsqlCommand($"select c.author from {CommentSight.Table} c where c.id = $1 and {CommentSight.Everyone}", deed.Session.Connection);
        look.Parameters.AddWithValue(comment);
        return await look.ExecuteScalarAsync(deed.Stop) is { } author ? new Scope(Owner: author as Guid?) { About = comment.ToString() } : null;
    }

    /// <summary>Writes a comment and tells whom it concerns. The same id once more is the same comment.</summary>
    public async Task<Answer<Guid>> Write(NewComment words, bool official, Deed deed)
    {
        if (People.Text.Check(words.Words, Comment.WordsMost, ("Kommentar", "comment")) is { } bad) return bad;
        if (!Enum.IsDefined(words.Mark)) return Refusals.Malformed;
        var me = deed.Person.Id!.Value;
        if (await deed.Session.LoadAsync<Comment>(words.Comment, deed.Stop) is { } there) return there.Author == me && there.Idea == words.Idea ? there.Id : Refusals.NotFound;
        var idea = (await deed.Session.LoadAsync<Idea>(words.Idea, deed.Stop))!;
        if (idea.State != IdeaState.Published) return CommentRefusals.Closed;
        Comment? answered = null;
        if (words.Answers is { } to)
        {
            answered = await deed.Session.LoadAsync<Comment>(to, deed.Stop);
            if (answered is not { State: CommentState.Published } || answered.Idea != idea.Id) return CommentRefusals.Gone;
            var thread = answered.Thread ?? answered.Id;
            if (await deed.Session.Query<Comment>().CountAsync(c => c.Thread == thread, deed.Stop) >= ThreadMost) return CommentRefusals.ThreadFull;
        }

        PlaceInText? place = null;
        if (words is { Paragraph: { } paragraph, Answers: null } && (place = await Place(idea.Id, paragraph, deed)) is null) return CommentRefusals.NoParagraph;
        deed.Session.Events.StartStream<Comment>(words.Comment, new CommentMade(words.Comment, idea.Id, answered is null ? null : answered.Thread ?? answered.Id, me, words.Mark, official, deed.Now) { Place = place });
        deed.Session.QueueSqlCommand("insert into ideas.comment_words (comment, words) values (?, ?)", words.Comment, People.Text.Clean(words.Words!));
        await Tell(idea, answered, words.Comment, words.Mark, me, deed);
        return words.Comment;
    }

    /// <summary>That paragraph of the words as they stand; null when there is none.</summary>
    private static async Task<PlaceInText?> Place(Guid idea, int paragraph, Deed deed)
    {
        await using var look = new NpgsqlCommand("select version, body from ideas.words where idea = $1 and is_current", deed.Session.Connection);
        look.Parameters.AddWithValue(idea);
        await using var reader = await look.ExecuteReaderAsync(deed.Stop);
        return await reader.ReadAsync(deed.Stop) && paragraph >= 1 && paragraph <= Shell.Markup.Parts(reader.GetString(1)).Count ? new PlaceInText(reader.GetInt32(0), paragraph) : null;
    }

    private async Task Tell(Idea idea, Comment? answered, Guid comment, Mark mark, Guid me, Deed deed)
    {
        var (title, link) = (await IdeaScope.Title(idea.Id, deed), CommentForms.Link(idea.Number, comment));
        if (answered?.Author is { } other && other != me) board.Tell(deed.Session, other, IdeaNotices.Replied, answered.Id.ToString(), new { title }, link);
        // Whoever was answered on the own idea is told once.
        if (idea.Author is { } author && author != me && author != answered?.Author) board.Tell(deed.Session, author, mark == Mark.Question ? IdeaNotices.Asked : IdeaNotices.Commented, idea.Id.ToString(), new { title }, link);
    }
}

/// <summary>What somebody writes.</summary>
/// <param name="Comment">Chosen by whoever writes it: a form sent twice is one comment.</param>
/// <param name="Answers">The comment it answers; null begins a thread.</param>
/// <param name="Words">At most 2,000 characters of Markdown.</param>
public sealed record NewComment(Guid Comment, Guid Idea, Guid? Answers, Mark Mark, string? Words)
{
    /// <summary>The paragraph of the idea it is about, from one; null: the idea as a whole.</summary>
    public int? Paragraph { get; init; }
}
