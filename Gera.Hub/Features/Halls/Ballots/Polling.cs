using System.Diagnostics;
using Gera.Hub.People;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>Who came in, and with which seat.</summary>
public sealed record Entry(Guid Hall, Seat? Seat, string? Token);

/// <summary>A voter's way from the door of a session to the box: the same over SignalR, HTTP and plain forms.</summary>
public sealed class Polling(LiveHalls halls, LiveBoard board, Seats seats, Register register, BallotBox box)
{
    /// <summary>Finds the session and the caller's seat in it: by token, by cookie, by account, or a new one where anyone may vote.</summary>
    public async Task<Entry?> Enter(string? code, string? token, HttpContext? http)
    {
        if (await halls.ByCode(code) is not { Hall: var hall }) return null;
        var seat = hall.Access == Access.Account
            ? await OfAccount(hall, http)
            : seats.Read(token, hall.Id) ?? seats.Read(http, hall) ?? (hall.Access == Access.Anyone ? Seats.New(hall.Id) : null);
        return new Entry(hall.Id, seat, seat is { } s ? seats.Token(s) : null);
    }

    /// <summary>The session as it is now.</summary>
    public async Task<SessionSnapshot> Look(Guid hall, string code) =>
        await board.Session(code) ?? throw new InvalidOperationException($"Session {hall} has gone.");

    /// <summary>Casts a vote from a seat. Every outcome is an answer; nothing is thrown for what a voter does.</summary>
    public async Task<VoteAnswer> Vote(VoteWish? wish, Seat? seat, Caller caller)
    {
        if (wish is null || !Guid.TryParse(wish.Poll, out var id)) return VoteAnswer.No(Refusals.NotFound);
        if (wish.Key is not { Length: > 0 and <= 64 } key || Text.Check(key, 64, ("Schlüssel", "key")) is not null) return VoteAnswer.No(HallRefusals.KeyInvalid);
        try
        {
            if (await Find(id) is not { } found) return VoteAnswer.No(Refusals.NotFound);
            if (seat is not { } place || place.Session != found.View.Hall.Id) return VoteAnswer.No(Refusals.SeatNeeded);
            var choice = Choice.Read(wish.Choices, found.Poll.Rules);
            if (!choice.Granted) return VoteAnswer.No(choice.Refusal!);
            return await Cast(found.View.Hall, found.Poll, place, caller, key, choice.Value);
        }
        catch (Exception e) when (Door.IsBusy(e))
        {
            return VoteAnswer.Busy;
        }
    }

    private Task<VoteAnswer> Cast(Hall hall, Poll poll, Seat seat, Caller caller, string key, Choice choice)
    {
        // Without any log-in the id of nobody is looked for, and found to have ended.
        Guid? signIn = hall.Access == Access.Account ? caller.SignIn ?? Guid.Empty : null;
        return box.Cast(new Casting(poll.Id, poll.Rules, seat.Id, key, choice, signIn) { Since = Stopwatch.GetTimestamp(), IsCard = hall.Access == Access.Card });
    }

    /// <summary>The poll with rules that no longer change; a poll believed to be only prepared is looked at again.</summary>
    private async Task<(HallView View, Poll Poll)?> Find(Guid id)
    {
        if (await halls.ByPoll(id) is not { } view || view.Find(id) is not { } poll) return null;
        if (poll.State != PollState.Prepared) return (view, poll);
        halls.Forget(id);
        return await halls.ByPoll(id) is { } again && again.Find(id) is { State: not PollState.Prepared } opened ? (again, opened) : null;
    }

    private async Task<Seat?> OfAccount(Hall hall, HttpContext? http)
    {
        var person = await register.Who(http?.ToCaller() ?? Caller.Nobody, http?.RequestAborted ?? default);
        return person.Id is { } account ? Seats.OfAccount(hall.Id, account) : null;
    }
}
