using Gera.Hub.People;
using Gera.Hub.Shell;
using Marten;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>Takes an item off an agenda.</summary>
public sealed record DropAgendaItem(Guid Meeting, Guid Item) : IWish<Done>;

internal sealed class DropAgendaItemVerb(VoteSource votes) : IVerb<DropAgendaItem, Done>
{
    public Permission Needs => Permission.Lead;

    public Task<Scope?> ScopeOf(DropAgendaItem wish, Deed deed) => MeetingDesk.ScopeOf(wish.Meeting, deed);

    public async Task<Answer<Done>> Do(DropAgendaItem wish, Deed deed)
    {
        // Asked before the stream is held, over the votes' own line.
        var voted = (await votes.Sheets((await deed.Session.LoadAsync<Meeting>(wish.Meeting, deed.Stop))!, deed.Stop)).SelectMany(s => s.Votes).Select(v => v.Poll).ToHashSet();
        return await MeetingDesk.Do(wish.Meeting, deed, about => about.Drop(wish.Item, voted, deed.Person.Id, deed.Now));
    }
}
