using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Entries;

/// <summary>Takes one's own idea back; its address stays and says so.</summary>
/// <param name="Reason">At most 300 characters, or nothing.</param>
public sealed record WithdrawIdea(Guid Idea, string? Reason) : IWish<Done>;

internal sealed class WithdrawIdeaVerb : IVerb<WithdrawIdea, Done>
{
    public Permission Needs => Permission.Self;

    public Task<Scope?> ScopeOf(WithdrawIdea wish, Deed deed) => IdeaScope.Any(wish.Idea, deed);

    public async Task<Answer<Done>> Do(WithdrawIdea wish, Deed deed)
    {
        if (People.Text.Check(wish.Reason, 300, ("Grund", "reason"), required: false) is { } bad) return bad;
        var stream = await deed.Session.Events.FetchForWriting<Idea>(wish.Idea, deed.Stop);
        if (stream.Aggregate!.State is IdeaState.Withdrawn) return new Done();
        if (stream.Aggregate.State is not (IdeaState.Published or IdeaState.Waiting)) return IdeaRefusals.AlreadyGone;
        stream.AppendOne(new IdeaWithdrawn(People.Text.Clean(wish.Reason ?? ""), deed.Person.Id!.Value, deed.Now));
        return new Done();
    }
}
