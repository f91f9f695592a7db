using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>Takes a running countdown back; the poll stays open until somebody closes it.</summary>
public sealed record StopCountDown(Guid Poll) : IWish<Done>;

internal sealed class StopCountDownVerb : IVerb<StopCountDown, Done>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(StopCountDown wish, Deed deed) => HallScope.OfPoll(wish.Poll, deed);

    public async Task<Answer<Done>> Do(StopCountDown wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Poll>(wish.Poll, deed.Stop);
        var stopped = stream.Aggregate!.StopCountDown(deed.Now);
        if (!stopped.Granted) return stopped.Refusal!;
        stream.AppendOne(stopped.Value);
        deed.Session.QueueSqlCommand("update halls.polls set closes_at = null where id = ?", wish.Poll);
        return new Done();
    }
}
