using Gera.Hub.People;

namespace Gera.Hub.Features.Halls.Screens;

/// <summary>What the voter's page shows at one moment.</summary>
/// <param name="Seat">Null where a card or an account is wanted first.</param>
/// <param name="Mine">The seat's vote in the current poll.</param>
/// <param name="Now">Of the hub, so that a countdown does not depend on the telephone's clock.</param>
public sealed record VoterView(HallView View, SessionSnapshot Session, Seat? Seat, MyBallot? Mine, DateTimeOffset Now)
{
    public bool IsOver => View.Hall.IsOver;

    public PollSnapshot? Poll => Session.Poll;
}

/// <summary>Looks at a session for one voter, and gives a seat where anyone may have one.</summary>
public sealed class VoterDesk(LiveHalls halls, LiveBoard board, Polling polling, Seats seats, MyBallots ballots, TimeProvider clock)
{
    public async Task<VoterView?> Look(string? code, HttpContext http)
    {
        if (await halls.ByCode(code) is not { } view || await polling.Enter(code, null, http) is not { } entry) return null;
        if (view.Hall is { Access: Access.Anyone, IsOver: false } && entry.Seat is { } seat && seats.Read(http, view.Hall) is null) seats.Give(http, view.Hall, seat);
        var session = await board.Of(view);
        var mine = view.Current is { State: not PollState.Prepared } poll && entry.Seat is { } own ? await ballots.Of(poll, own, http.RequestAborted) : null;
        return new VoterView(view, session, entry.Seat, mine, clock.GetUtcNow());
    }
}
