using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Comments;

/// <summary>Likes a comment, or no longer does; once more changes nothing.</summary>
public sealed record LikeComment(Guid Comment, bool Likes) : IWish<Done>;

internal sealed class LikeCommentVerb : IVerb<LikeComment, Done>
{
    public Permission Needs => Permission.Account;

    public Pace? Pace => new(120, 20_000, TimeSpan.FromMinutes(1));

    public Task<Scope?> ScopeOf(LikeComment wish, Deed deed) => CommentDesk.Visible(wish.Comment, deed);

    public async Task<Answer<Done>> Do(LikeComment wish, Deed deed)
    {
        var me = deed.Person.Id!.Value;
        if ((await deed.Session.LoadAsync<Comment>(wish.Comment, deed.Stop))!.Author == me) return CommentRefusals.OwnComment;
        // The key keeps one per person, however many come at once.
        if (wish.Likes) deed.Session.QueueSqlCommand("insert into ideas.likes (comment, person, at) values (?, ?, ?) on conflict do nothing", wish.Comment, me, deed.Now);
        else deed.Session.QueueSqlCommand("delete from ideas.likes where comment = ? and person = ?", wish.Comment, me);
        return new Done();
    }
}
