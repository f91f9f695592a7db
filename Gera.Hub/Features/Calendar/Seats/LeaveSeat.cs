using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Calendar.Seats;

/// <summary>Gives a seat back, by its signed link; the next who waits is offered it in the same transaction.</summary>
public sealed record LeaveSeat(string? Code) : IWish<Done>;

internal sealed class LeaveSeatVerb(SeatMails mails, SeatCodes codes) : IVerb<LeaveSeat, Done>
{
    public Permission Needs => Permission.Anyone;

    public TimeSpan Patience => TimeSpan.FromSeconds(10);

    public Pace? Pace => new(60, 1_000, TimeSpan.FromMinutes(10));

    public async Task<Answer<Done>> Do(LeaveSeat wish, Deed deed)
    {
        if (codes.Read(wish.Code) is not { } id || await SeatRows.One(id, deed) is not { } found) return Refusals.NotFound;
        var gate = await SeatRows.Hold(found.Event, deed);
        var seat = (await SeatRows.One(id, deed))!;
        if (seat.State == SeatState.Ended) return new Done();
        await SeatRows.Set(id, SeatState.Ended, null, deed);
        if (gate is not null && await deed.Session.LoadAsync<CityEvent>(seat.Event, deed.Stop) is { IsOut: true } about) await MoveUp.Offer(gate, about, seat.Original, mails, deed);
        await SeatRows.Tell(seat.Event, deed);
        return new Done();
    }
}
