using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>Declares a closed poll void, visibly and with a reason.</summary>
/// <param name="Reason">At most 300 characters; everyone reads it.</param>
public sealed record AnnulPoll(Guid Poll, string? Reason) : IWish<Done>;

internal sealed class AnnulPollVerb : IVerb<AnnulPoll, Done>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(AnnulPoll wish, Deed deed) => HallScope.OfPoll(wish.Poll, deed);

    public async Task<Answer<Done>> Do(AnnulPoll wish, Deed deed)
    {
        if (Text.Check(wish.Reason, 300, ("Grund", "reason")) is { } bad) return bad;
        var stream = await deed.Session.Events.FetchForWriting<Poll>(wish.Poll, deed.Stop);
        var annulled = stream.Aggregate!.Annul(Text.Clean(wish.Reason!), deed.Now);
        if (!annulled.Granted) return annulled.Refusal!;
        stream.AppendOne(annulled.Value);
        return new Done();
    }
}
