using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Marten;

namespace Gera.Hub.Features.Ideas.Coauthors;

/// <summary>Accepts to be a co-author, or declines; who has accepted may leave again.</summary>
public sealed record AnswerInvitation(Guid Idea, bool Accept) : IWish<Done>;

internal sealed class AnswerInvitationVerb(Noticeboard board) : IVerb<AnswerInvitation, Done>
{
    public Permission Needs => Permission.Account;

    public Task<Scope?> ScopeOf(AnswerInvitation wish, Deed deed) => IdeaScope.Any(wish.Idea, deed);

    public async Task<Answer<Done>> Do(AnswerInvitation wish, Deed deed)
    {
        var me = deed.Person.Id!.Value;
        var stream = await deed.Session.Events.FetchForWriting<Idea>(wish.Idea, deed.Stop);
        var idea = stream.Aggregate!;
        // For anyone who was not asked there is nothing to answer.
        if (idea.Coauthors.FirstOrDefault(c => c.Person == me) is not { } invited) return Refusals.NotFound;
        if (wish.Accept && invited.Accepted) return new Done();
        stream.AppendOne(wish.Accept ? new CoauthorAccepted(me, deed.Now) : new CoauthorLeft(me, me, deed.Now));
        if (wish.Accept && idea.Author is { } author) board.Tell(deed.Session, author, IdeaNotices.Accepted, idea.Id.ToString(), new { title = await IdeaScope.Title(idea.Id, deed) }, $"/ideen/{idea.Number}");
        return new Done();
    }
}
