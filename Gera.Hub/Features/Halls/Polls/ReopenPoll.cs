using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>Opens a closed poll again, only while no vote is in.</summary>
public sealed record ReopenPoll(Guid Poll) : IWish<Done>;

internal sealed class ReopenPollVerb : IVerb<ReopenPoll, Done>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(ReopenPoll wish, Deed deed) => HallScope.OfPoll(wish.Poll, deed);

    public async Task<Answer<Done>> Do(ReopenPoll wish, Deed deed)
    {
        await deed.Session.HoldHall(wish.Poll, deed.Stop);
        var stream = await deed.Session.Events.FetchForWriting<Poll>(wish.Poll, deed.Stop);
        var poll = stream.Aggregate!;
        var hall = (await deed.Session.LoadAsync<Hall>(poll.Session, deed.Stop))!;
        if (hall.IsOver) return HallRefusals.SessionEnded;
        var reopened = poll.Reopen(poll.Result?.Voters ?? 0, await deed.Session.AnyOpen(poll.Session, deed.Stop), deed.Now);
        if (!reopened.Granted) return reopened.Refusal!;
        stream.AppendOne(reopened.Value);
        deed.Session.QueueSqlCommand("update halls.polls set state = 1, closes_at = null where id = ?", poll.Id);
        if (poll.Rules.Secret) SecretBox.Make(deed.Session, poll.Id);
        deed.Session.ClearWall(hall);
        return new Done();
    }
}
