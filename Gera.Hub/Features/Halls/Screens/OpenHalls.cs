using Marten;
using Marten.Linq.MatchesSql;

namespace Gera.Hub.Features.Halls.Screens;

/// <summary>Sessions anyone can walk into right now, for the home page.</summary>
public sealed class OpenHalls(IDocumentStore store, LiveHalls halls, LiveBoard board)
{
    private const int Most = 3;

    /// <summary>At most three sessions with an open poll, the poll opened last first. Sessions with voting cards are among those who hold them.</summary>
    public async Task<IReadOnlyList<SessionSnapshot>> Now()
    {
        await using var session = store.QuerySession();
        var polls = await session.Query<Poll>().Where(p => p.State == PollState.Open).OrderByDescending(p => p.OpenedAt).Take(10 * Most).ToListAsync();
        var open = new List<SessionSnapshot>();
        foreach (var poll in polls)
        {
            if (open.Count == Most) break;
            if (await halls.ByPoll(poll.Id) is { Hall: { IsOver: false, Access: Access.Anyone or Access.Account }, Current: { State: PollState.Open } } view && !view.Hall.Unlisted) open.Add(await board.Of(view));
        }
        return open;
    }

    /// <summary>Sessions of one working group that pages may name, the newest first; of those that are over the minutes are public.</summary>
    public async Task<IReadOnlyList<Hall>> Of(string group)
    {
        await using var session = store.QuerySession();
        return await session.Query<Hall>().Where(h => h.Group == group && h.MatchesSql("coalesce((d.data ->> 'unlisted')::boolean, false) = false")).OrderByDescending(h => h.OpenedAt).Take(10).ToListAsync();
    }
}
