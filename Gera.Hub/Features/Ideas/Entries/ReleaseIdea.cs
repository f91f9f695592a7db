using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Marten;

namespace Gera.Hub.Features.Ideas.Entries;

/// <summary>Lets everyone see an idea that waited to be read.</summary>
public sealed record ReleaseIdea(Guid Idea) : IWish<Done>;

internal sealed class ReleaseIdeaVerb(Noticeboard board) : IVerb<ReleaseIdea, Done>
{
    public Permission Needs => Permission.Moderate;

    public Task<Scope?> ScopeOf(ReleaseIdea wish, Deed deed) => IdeaScope.Any(wish.Idea, deed);

    public async Task<Answer<Done>> Do(ReleaseIdea wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Idea>(wish.Idea, deed.Stop);
        if (stream.Aggregate!.State is IdeaState.Published) return new Done();
        if (stream.Aggregate.State is not IdeaState.Waiting) return IdeaRefusals.AlreadyGone;
        stream.AppendOne(new IdeaReleased(deed.Person.Id!.Value, deed.Now));
        var (idea, contest) = await IdeaScope.Load(wish.Idea, deed);
        if (!contest.IsSealed(idea.Category)) await board.TellNew(idea, await IdeaScope.Title(idea.Id, deed), deed);
        return new Done();
    }
}
