using Gera.Hub.People;
using Gera.Hub.Push;
using Microsoft.AspNetCore.SignalR;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>What <c>Join</c> answers.</summary>
/// <param name="Seat">Token to come back with; null when the session wants a card or an account first.</param>
public sealed record Joined(string? Seat, SessionSnapshot Session, PollSnapshot? Poll);

/// <summary>The hub of live sessions at <c>/hubs/live</c>: join, vote, watch.</summary>
public sealed class BallotHub(Topics topics, IEnumerable<TopicRule> rules, JoinGate gate, Polling polling) : TopicHub(topics, rules)
{
    private readonly Topics topics = topics;

    /// <summary>Takes a seat; from now on the session's <c>poll</c> and <c>tally</c> arrive without <c>Watch</c>.</summary>
    /// <exception cref="HubException">No such session.</exception>
    public async Task<Joined> Join(string code, string? seat)
    {
        using var turn = await gate.Wait(Context.ConnectionAborted);
        if (await polling.Enter(code, seat, Context.GetHttpContext()) is not { } entry) throw new HubException(Refusals.NotFound.Code);
        if (Listener.Place is Place { Hall: var old } && old != entry.Hall) topics.Leave($"hall:{old}", Listener);
        Listener.Place = new Place(entry.Hall, entry.Seat);
        // First listen, then look: what changes in between arrives twice rather than not at all.
        topics.Join($"hall:{entry.Hall}", Listener);
        var session = await polling.Look(entry.Hall, code);
        return new Joined(entry.Token, session with { Poll = null }, session.Poll);
    }

    /// <summary>Casts or changes this seat's vote. Answered after it is kept, or at once with "busy".</summary>
    public Task<VoteAnswer> Vote(VoteWish wish) => polling.Vote(wish, (Listener.Place as Place)?.Seat, Context.GetHttpContext()!.ToCaller());

    /// <summary>Where this connection has joined.</summary>
    private sealed record Place(Guid Hall, Seat? Seat);
}
