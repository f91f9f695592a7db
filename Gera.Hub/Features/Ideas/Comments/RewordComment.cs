using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Comments;

/// <summary>Mends the own comment, within 15 minutes.</summary>
/// <param name="Words">At most 2,000 characters of Markdown.</param>
public sealed record RewordComment(Guid Comment, Mark Mark, string? Words) : IWish<Done>;

internal sealed class RewordCommentVerb : IVerb<RewordComment, Done>
{
    public Permission Needs => Permission.Self;

    public Pace? Pace => new(30, 1_000, TimeSpan.FromMinutes(10));

    public Task<Scope?> ScopeOf(RewordComment wish, Deed deed) => CommentDesk.Visible(wish.Comment, deed);

    public async Task<Answer<Done>> Do(RewordComment wish, Deed deed)
    {
        if (People.Text.Check(wish.Words, Comment.WordsMost, ("Kommentar", "comment")) is { } bad) return bad;
        if (!Enum.IsDefined(wish.Mark)) return Refusals.Malformed;
        var stream = await deed.Session.Events.FetchForWriting<Comment>(wish.Comment, deed.Stop);
        if (stream.Aggregate!.RefuseChange(deed.Now) is { } refusal) return refusal;
        stream.AppendOne(new CommentReworded(wish.Mark, deed.Person.Id!.Value, deed.Now));
        deed.Session.QueueSqlCommand("update ideas.comment_words set words = ? where comment = ?", People.Text.Clean(wish.Words!), wish.Comment);
        return new Done();
    }
}
