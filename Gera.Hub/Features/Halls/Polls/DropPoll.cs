using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>Takes a prepared poll off the list.</summary>
public sealed record DropPoll(Guid Poll) : IWish<Done>;

internal sealed class DropPollVerb : IVerb<DropPoll, Done>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(DropPoll wish, Deed deed) => HallScope.OfPoll(wish.Poll, deed);

    public async Task<Answer<Done>> Do(DropPoll wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Poll>(wish.Poll, deed.Stop);
        var dropped = stream.Aggregate!.Drop(deed.Now);
        if (!dropped.Granted) return dropped.Refusal!;
        stream.AppendOne(dropped.Value);
        return new Done();
    }
}
