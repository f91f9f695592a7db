using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Halls.Sessions;

/// <summary>Puts the polls of a session into an order.</summary>
/// <param name="Order">Ids of all polls of the session, none twice.</param>
public sealed record ArrangePolls(Guid Hall, Guid[] Order) : IWish<Done>;

internal sealed class ArrangePollsVerb : IVerb<ArrangePolls, Done>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(ArrangePolls wish, Deed deed) => HallScope.OfHall(wish.Hall, deed);

    public async Task<Answer<Done>> Do(ArrangePolls wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Hall>(wish.Hall, deed.Stop);
        if (stream.Aggregate!.IsOver) return HallRefusals.SessionEnded;
        var polls = await deed.Session.Query<Poll>().Where(p => p.Session == wish.Hall && p.State != PollState.Dropped).Select(p => p.Id).ToListAsync(deed.Stop);
        if (wish.Order.Length != polls.Count || !polls.ToHashSet().SetEquals(wish.Order)) return HallRefusals.OrderIncomplete;
        stream.AppendOne(new PollsArranged(wish.Order));
        return new Done();
    }
}
