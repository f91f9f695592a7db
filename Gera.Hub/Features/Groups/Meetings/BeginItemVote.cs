using Gera.Hub.People;
using Gera.Hub.Shell;
using Marten;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>Begins the votes of an item: says in which session they take place, and which polls belong there. <see cref="VoteStart"/> carries it out.</summary>
public sealed record BeginItemVote(Guid Meeting, Guid Item) : IWish<VoteOrder>;

/// <param name="Session">Id of the session, whether it runs already or not.</param>
/// <param name="Polls">Those that no earlier session had.</param>
public sealed record VoteOrder(Guid Session, string Title, string Group, bool IsPublic, IReadOnlyList<AgendaPoll> Polls);

internal sealed class BeginItemVoteVerb(VoteSource votes) : IVerb<BeginItemVote, VoteOrder>
{
    public Permission Needs => Permission.Lead;

    public Task<Scope?> ScopeOf(BeginItemVote wish, Deed deed) => MeetingDesk.ScopeOf(wish.Meeting, deed);

    public async Task<Answer<VoteOrder>> Do(BeginItemVote wish, Deed deed)
    {
        // Asked before the stream is held, over the votes' own line.
        var known = (await deed.Session.LoadAsync<Meeting>(wish.Meeting, deed.Stop))!;
        var sheets = await votes.Sheets(known, deed.Stop);
        var lastIsOver = known.Sessions is [.., var last] && await votes.Of(last, deed.Stop) is { IsOver: true };
        var voted = sheets.Where(s => s.IsOver).SelectMany(s => s.Votes).Select(v => v.Poll).ToHashSet();
        Answer<ItemVoteBegan> began = GroupRefusals.NoPolls;
        var before = await MeetingDesk.Change(wish.Meeting, deed, about => began = about.BeginVote(wish.Item, lastIsOver, MeetingDesk.SessionOf(about, about.Sessions.Count + 1), voted, deed.Person.Id, deed.Now));
        if (!before.Granted) return before.Refusal!;
        return new VoteOrder(began.Value.Session, before.Value.Facts.Title!, before.Value.Group, before.Value.IsPublic, [.. before.Value.Items.Single(i => i.Id == wish.Item).Polls.Where(p => !voted.Contains(p.Id))]);
    }
}
