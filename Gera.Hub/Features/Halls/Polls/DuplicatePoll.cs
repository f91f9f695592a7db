using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>Prepares the same poll once more, whatever became of the first: also how a flawed poll is repeated.</summary>
public sealed record DuplicatePoll(Guid Poll) : IWish<PollMade>;

internal sealed class DuplicatePollVerb : IVerb<DuplicatePoll, PollMade>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(DuplicatePoll wish, Deed deed) => HallScope.OfPoll(wish.Poll, deed);

    public async Task<Answer<PollMade>> Do(DuplicatePoll wish, Deed deed)
    {
        var poll = (await deed.Session.LoadAsync<Poll>(wish.Poll, deed.Stop))!;
        var hall = (await deed.Session.LoadAsync<Hall>(poll.Session, deed.Stop))!;
        if (hall.IsOver) return HallRefusals.SessionEnded;
        if (!await PreparePollVerb.HasRoom(deed, hall, 1)) return HallRefusals.TooManyPolls;
        return PreparePollVerb.Prepare(deed, hall, poll.Rules, deed.NewId());
    }
}
