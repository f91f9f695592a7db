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

/// <summary>Offers that nobody took in time go to the next. The clock wants it every minute.</summary>
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
            SeatRows.Tell(id, deed);
        }
        return new Done();
    }
}

/// <summary>Reminds everybody who has a seat the day before; of each once. The clock wants it every ten minutes.</summary>
public sealed record RemindSeats : IWish<Done>;

internal sealed class RemindSeatsVerb(SeatMails mails) : IVerb<RemindSeats, Done>
{
    public Permission Needs => Permission.Edit;

    public TimeSpan Patience => TimeSpan.FromSeconds(30);

    public async Task<Answer<Done>> Do(RemindSeats wish, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        // Taken with its mark in one statement: of several processes one reminds. Who registered within the last day needs none.
        await using var take = new NpgsqlCommand(
            $"""
            update calendar.seats s set reminded_at = $1 where s.id in (
                select r.id from calendar.seats r join calendar.occurrences o on o.event = r.event and o.original = r.original
                where r.state = {(int)SeatState.Taken} and r.reminded_at is null and not o.cancelled and o.starts_at > $1 and o.starts_at <= $1 + interval '24 hours' and r.at < o.starts_at - interval '24 hours' limit 200 for update of r skip locked)
            returning {SeatRows.Columns}
            """, deed.Session.Connection);
        take.Parameters.AddWithValue(deed.Now);
        foreach (var group in (await SeatRows.Read(take, deed.Stop)).GroupBy(s => s.Event))
        {
            if (await deed.Session.LoadAsync<CityEvent>(group.Key, deed.Stop) is not { IsOut: true } about) continue;
            foreach (var seat in group)
                if (TakeSeatVerb.Date(about, seat.Original) is { } date) await mails.Send(SeatMails.Reminder, seat, about, date, deed);
        }
        return new Done();
    }
}
