using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Marten;

namespace Gera.Hub.Features.Groups.Members;

/// <summary>Takes in who asked to become a member, or does not; they are told.</summary>
public sealed record AnswerRequest(string? Group, Guid Asker, bool Accept) : IWish<Done>;

internal sealed class AnswerRequestVerb(Noticeboard board) : IVerb<AnswerRequest, Done>
{
    public Permission Needs => Permission.Lead;

    public Task<Scope?> ScopeOf(AnswerRequest wish, Deed deed) => Task.FromResult(GroupScope.Of(wish.Group));

    public async Task<Answer<Done>> Do(AnswerRequest wish, Deed deed)
    {
        var group = wish.Group!;
        if (await deed.Session.LoadAsync<GroupRequest>(GroupMember.Key(group, wish.Asker), deed.Stop) is not { } asked) return Refusals.NotFound;
        deed.Session.Delete(asked);
        if (wish.Accept) JoinGroupVerb.Join(group, asked.Person, deed);
        board.Tell(deed.Session, asked.Person, GroupNotices.Answered, $"group:{group}", new { group, accepted = wish.Accept }, $"/gruppen/{group}");
        return new Done();
    }
}
