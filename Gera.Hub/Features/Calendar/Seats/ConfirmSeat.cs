using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Calendar.Seats;

/// <summary>A guest confirms the address, or somebody who waited takes the seat that was offered. By the signed link of a mail; the same once more changes nothing.</summary>
public sealed record ConfirmSeat(string? Code) : IWish<Done>;

internal sealed class ConfirmSeatVerb(SeatMails mails, SeatCodes codes) : IVerb<ConfirmSeat, Done>
{
    public Permission Needs => Permission.Anyone;

    public TimeSpan Patience => TimeSpan.FromSeconds(10);

    public Pace? Pace => new(60, 1_000, TimeSpan.FromMinutes(10));

    public async Task<Answer<Done>> Do(ConfirmSeat wish, Deed deed)
    {
        if (codes.Read(wish.Code) is not { } id || await SeatRows.One(id, deed) is not { } found) return Refusals.NotFound;
        if (await SeatRows.Hold(found.Event, deed) is not { } gate || await deed.Session.LoadAsync<CityEvent>(found.Event, deed.Stop) is not { IsOut: true } about) return Refusals.NotFound;
        // Once more, now that nobody else can change it.
        var seat = (await SeatRows.One(id, deed))!;
        if (seat.State is SeatState.Taken or SeatState.Waiting) return new Done();
        if (seat.State == SeatState.Ended || TakeSeatVerb.Date(about, seat.Original) is not { } date) return CalendarRefusals.SeatGone;
        if (seat.State == SeatState.Offered && seat.OfferUntil <= deed.Now) return CalendarRefusals.OfferOver;
        if (seat.State == SeatState.Unconfirmed && !gate.IsOpen(date, deed.Now)) return CalendarRefusals.GateClosed;
        var state = seat.State == SeatState.Offered || await SeatRows.Given(seat.Event, seat.Original, deed) < gate.Capacity ? SeatState.Taken : SeatState.Waiting;
        await SeatRows.Set(id, state, null, deed);
        await mails.Send(state == SeatState.Taken ? SeatMails.Taken : SeatMails.Waiting, seat, about, date, deed);
        await SeatRows.Tell(seat.Event, deed);
        return new Done();
    }
}
