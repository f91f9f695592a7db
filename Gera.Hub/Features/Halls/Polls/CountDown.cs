using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>Starts a countdown, or sets it anew (extends it). The poll closes by itself.</summary>
/// <param name="Seconds">5–3,600 from now.</param>
public sealed record CountDown(Guid Poll, int Seconds) : IWish<Done>;

internal sealed class CountDownVerb : IVerb<CountDown, Done>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(CountDown wish, Deed deed) => HallScope.OfPoll(wish.Poll, deed);

    public async Task<Answer<Done>> Do(CountDown wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Poll>(wish.Poll, deed.Stop);
        var set = stream.Aggregate!.CountDown(TimeSpan.FromSeconds(wish.Seconds), deed.Now);
        if (!set.Granted) return set.Refusal!;
        stream.AppendOne(set.Value);
        deed.Session.QueueSqlCommand("update halls.polls set closes_at = ? where id = ?", set.Value.ClosesAt, wish.Poll);
        return new Done();
    }
}
