using Gera.Hub.People;

namespace Gera.Hub.Features.Ideas.Comments;

/// <summary>Says something about an idea in the name of the city.</summary>
public sealed record AddOfficialComment(NewComment New) : IWish<Guid>;

internal sealed class AddOfficialCommentVerb(CommentDesk desk) : IVerb<AddOfficialComment, Guid>
{
    public Permission Needs => Permission.Edit;

    public Task<Scope?> ScopeOf(AddOfficialComment wish, Deed deed) => IdeaScope.Visible(wish.New.Idea, deed);

    public Task<Answer<Guid>> Do(AddOfficialComment wish, Deed deed) => desk.Write(wish.New, official: true, deed);
}
