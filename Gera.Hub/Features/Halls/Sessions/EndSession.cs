using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Halls.Sessions;

/// <summary>Ends a session for good.</summary>
public sealed record EndSession(Guid Hall) : IWish<Done>;

internal sealed class EndSessionVerb : IVerb<EndSession, Done>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(EndSession wish, Deed deed) => HallScope.OfHall(wish.Hall, deed);

    public async Task<Answer<Done>> Do(EndSession wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Hall>(wish.Hall, deed.Stop);
        var ended = stream.Aggregate!.End(await deed.Session.AnyOpen(wish.Hall, deed.Stop), deed.Now);
        if (!ended.Granted) return ended.Refusal!;
        stream.AppendOne(ended.Value);
        return new Done();
    }
}
