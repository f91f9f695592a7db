using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Calendar.Seats;

/// <summary>Offers free seats of a date to those who wait, the first in line first.</summary>
internal static class MoveUp
{
    public static async Task Offer(Gate gate, CityEvent about, DateTime original, SeatMails mails, Deed deed)
    {
        if (TakeSeatVerb.Date(about, original) is not { IsCancelled: false } date || date.StartsAt <= deed.Now) return;
        var free = gate.Capacity - await SeatRows.Given(about.Id, original, deed);
        if (free <= 0) return;
        var until = Gate.OfferUntil(date, deed.Now);
        foreach (var next in await SeatRows.Waiting(about.Id, original, free, deed))
        {
            await SeatRows.Set(next.Id, SeatState.Offered, until, deed);
            await mails.Send(SeatMails.Offered, next with { OfferUntil = until }, about, date, deed);
        }
    }
}
