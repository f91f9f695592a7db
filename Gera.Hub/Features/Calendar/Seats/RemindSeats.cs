using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Calendar.Seats;

/// <summary>Reminds everybody who has a seat the day before; of each once. The clock wants it when there are some.</summary>
public sealed record RemindSeats : IWish<Done>;

internal sealed class RemindSeatsVerb(SeatMails mails) : IVerb<RemindSeats, Done>
{
    public Permission Needs => Permission.Edit;

    public TimeSpan Patience => TimeSpan.FromSeconds(30);

    public async Task<Answer<Done>> Do(RemindSeats wish, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        // Taken with its mark in one statement: of several processes one reminds.
        await using var take = new NpgsqlCommand(
            $"""
            update calendar.seats s set reminded_at = $1 where s.id in (
                select r.id from calendar.seats r join calendar.occurrences o on o.event = r.event and o.original = r.original
                where {SeatRows.ToRemind} limit 200 for update of r skip locked)
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
