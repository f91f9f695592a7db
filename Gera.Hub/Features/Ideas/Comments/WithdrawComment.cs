using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Comments;

/// <summary>Takes the own comment back. Its words go; its place stays where others answered.</summary>
public sealed record WithdrawComment(Guid Comment) : IWish<Done>;

internal sealed class WithdrawCommentVerb : IVerb<WithdrawComment, Done>
{
    public Permission Needs => Permission.Self;

    public Task<Scope?> ScopeOf(WithdrawComment wish, Deed deed) => CommentDesk.Visible(wish.Comment, deed);

    public async Task<Answer<Done>> Do(WithdrawComment wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Comment>(wish.Comment, deed.Stop);
        if (stream.Aggregate!.State != CommentState.Published) return CommentRefusals.Gone;
        stream.AppendOne(new CommentWithdrawn(deed.Person.Id!.Value, deed.Now));
        deed.Session.QueueSqlCommand("delete from ideas.comment_words where comment = ?", wish.Comment);
        return new Done();
    }
}
