using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>Shows or hides the numbers of a poll.</summary>
public sealed record ShowOrHide(Guid Poll, bool Show) : IWish<Done>;

internal sealed class ShowOrHideVerb : IVerb<ShowOrHide, Done>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(ShowOrHide wish, Deed deed) => HallScope.OfPoll(wish.Poll, deed);

    public async Task<Answer<Done>> Do(ShowOrHide wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Poll>(wish.Poll, deed.Stop);
        var shown = stream.Aggregate!.Show(wish.Show, deed.Now);
        if (!shown.Granted) return shown.Refusal!;
        stream.AppendOne(shown.Value);
        return new Done();
    }
}
