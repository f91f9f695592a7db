using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Calendar.Seats;

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
