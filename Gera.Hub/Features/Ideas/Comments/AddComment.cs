using Gera.Hub.People;

namespace Gera.Hub.Features.Ideas.Comments;

/// <summary>Says something about an idea, or answers a comment.</summary>
public sealed record AddComment(NewComment New) : IWish<Guid>;

internal sealed class AddCommentVerb(CommentDesk desk) : IVerb<AddComment, Guid>
{
    public Permission Needs => Permission.Account;

    public Pace? Pace => new(20, 2_000, TimeSpan.FromMinutes(10));

    public Task<Scope?> ScopeOf(AddComment wish, Deed deed) => IdeaScope.Visible(wish.New.Idea, deed);

    public Task<Answer<Guid>> Do(AddComment wish, Deed deed) => desk.Write(wish.New, official: false, deed);
}
