using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>Changes a poll that has never been open.</summary>
public sealed record RewordPoll(Guid Poll, PollDraft Draft) : IWish<Done>;

internal sealed class RewordPollVerb : IVerb<RewordPoll, Done>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(RewordPoll wish, Deed deed) => HallScope.OfPoll(wish.Poll, deed);

    public async Task<Answer<Done>> Do(RewordPoll wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Poll>(wish.Poll, deed.Stop);
        var hall = (await deed.Session.LoadAsync<Hall>(stream.Aggregate!.Session, deed.Stop))!;
        var rules = wish.Draft.ToRules(hall.Access == Access.Card);
        if (!rules.Granted) return rules.Refusal!;
        var reworded = stream.Aggregate.Reword(rules.Value, deed.Now);
        if (!reworded.Granted) return reworded.Refusal!;
        stream.AppendOne(reworded.Value);
        return new Done();
    }
}
