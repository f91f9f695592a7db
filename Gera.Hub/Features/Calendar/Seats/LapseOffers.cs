using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Calendar.Seats;

/// <summary>Offers that nobody took in time go to the next. The clock wants it when there are some.</summary>
public sealed record LapseOffers : IWish<Done>;

internal sealed class LapseOffersVerb(SeatMails mails) : IVerb<LapseOffers, Done>
{
    public Permission Needs => Permission.Edit;

    public TimeSpan Patience => TimeSpan.FromSeconds(30);

    public async Task<Answer<Done>> Do(LapseOffers wish, Deed deed)
    {
        foreach (var id in (await SeatRows.Read($"select {SeatRows.Columns} from calendar.seats s where s.state = {(int)SeatState.Offered} and s.offer_until <= $1 limit 100", deed, deed.Now)).Select(s => s.Event).Distinct().Order().ToArray())
        {
            if (await SeatRows.Hold(id, deed) is not { } gate || await deed.Session.LoadAsync<CityEvent>(id, deed.Stop) is not { } about) continue;
            var over = await SeatRows.Read($"select {SeatRows.Columns} from calendar.seats s where s.event = $1 and s.state = {(int)SeatState.Offered} and s.offer_until <= $2", deed, id, deed.Now);
            foreach (var seat in over)
            {
                await SeatRows.Set(seat.Id, SeatState.Ended, null, deed);
                if (TakeSeatVerb.Date(about, seat.Original) is { } date) await mails.Send(SeatMails.Lapsed, seat, about, date, deed);
            }
            foreach (var original in over.Select(s => s.Original).Distinct()) await MoveUp.Offer(gate, about, original, mails, deed);
            await SeatRows.Tell(id, deed);
        }
        return new Done();
    }
}
