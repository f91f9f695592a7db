using Gera.Hub.Push;
using Gera.Hub.Storage;

namespace Gera.Hub.Features.Halls.Sessions;

/// <summary>What pages, the API and the hub show of a session right now.</summary>
public sealed class LiveBoard(LiveHalls halls, TallyBoard tallies, WordCloud cloud, Presence presence, Topics topics, PublicAddress address)
{
    public async Task<SessionSnapshot?> Session(string? code) => await halls.ByCode(code) is { } view ? await Of(view) : null;

    public async Task<SessionSnapshot> Of(HallView view) => new(view.Hall.Id.ToString(), view.Hall.Code, view.Hall.Title, view.Hall.Group,
        view.Hall.IsOver ? "ended" : "open", view.Hall.Access, address.Of($"/live/{view.Hall.Code}"), view.Current is { } poll ? await Of(view, poll) : null);

    public async Task<PollSnapshot> Of(HallView view, Poll poll) =>
        PollSnapshot.Of(poll, view, await Count(poll), presence.In(view.Hall.Id), poll.Rules.Kind == PollKind.Text && poll.Shows ? await cloud.Of(poll.Id) : null);

    /// <summary>How many connections a session has.</summary>
    public int Connected(Hall hall) => presence.In(hall.Id);

    /// <summary>A closed poll's count stands in its stream; an open one's is asked of the boxes.</summary>
    public async Task<Count> Count(Poll poll) => poll switch
    {
        { Result: { } result } => new Count(result.Version, [.. result.Votes, .. result.Detail], result.Voters),
        { State: PollState.Prepared } => Ballots.Count.Zero(poll.Rules),
        _ => (await tallies.Of(poll.Id, poll.Rules)).Count,
    };

    /// <summary>Something was asked, supported or moderated in a session.</summary>
    internal Task FloorChanged(Guid hall)
    {
        if (halls.CodeOf(hall) is { } code) topics.Changed($"questions:{code}");
        return Task.CompletedTask;
    }

    /// <summary>A session or one of its polls changed: read it again and tell everyone in it.</summary>
    internal async Task Changed(Guid id)
    {
        if (halls.Forget(id) is not { } code)
        {
            // Unknown here, so nobody here looks at it - unless it is new and a page lists sessions.
            topics.Changed("home");
            return;
        }
        if (await halls.ByCode(code) is not { } view) return;
        if (view.Find(id) is { State: PollState.Open or PollState.Closed or PollState.Annulled } poll)
        {
            if (poll.State != PollState.Open) tallies.Forget(id);
            var snapshot = await Of(view, poll);
            topics.Send($"hall:{view.Hall.Id}", "poll", snapshot, id);
            topics.Send($"poll:{id}", "poll", snapshot, id);
        }
        topics.Changed($"session:{code}");
        topics.Changed("home");
    }
}
