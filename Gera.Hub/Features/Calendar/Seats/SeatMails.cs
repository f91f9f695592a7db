using System.Text.Json;
using Gera.Hub.Features.Calendar.Board;
using Gera.Hub.Features.Calendar.Feeds;
using Gera.Hub.People;
using Gera.Hub.People.Follows;
using Gera.Hub.People.Mail;
using Gera.Hub.People.Notices;
using Npgsql;

namespace Gera.Hub.Features.Calendar.Seats;

/// <summary>Mails to those who registered, in the transaction of the deed they tell of; those that change a calendar bring it along.</summary>
internal sealed class SeatMails(Outbox outbox, SeatCodes codes, EventFile file, Noticeboard board)
{
    public const string Confirm = "seat-confirm", Again = "seat-again", Taken = "seat-taken", Waiting = "seat-waiting", Offered = "seat-offered", Lapsed = "seat-lapsed", Reminder = "seat-reminder", Moved_ = "seat-moved", Cancelled_ = "seat-cancelled";

    public async Task Send(string kind, Seat seat, CityEvent about, Occurrence date, Deed deed)
    {
        // Of somebody who left the hub nothing is known any more.
        if (seat is { Person: null, Mail: null }) return;
        var (words, title) = await Words(about.Id, deed);
        var ics = kind is Taken or Moved_ or Cancelled_ ? file.Of(about, words) : null;
        var data = new { title, at = date.StartsAt, allDay = about.Schedule.AllDay, place = words.Place ?? words.Online ?? "", code = codes.Of(seat.Id), until = seat.OfferUntil, reason = Reason(about, date), ics };
        outbox.Post(deed.Session, new Letter(kind, data, seat.Person, seat.Mail, seat.Language));
    }

    /// <summary>The whole event takes place at other times. Seats go along; those of dates that are no more end.</summary>
    public async Task Moved(CityEvent before, CityEvent after, Deed deed)
    {
        await SeatRows.Hold(after.Id, deed);
        await TellFollowers(after, "moved", deed);
        var shift = after.Schedule.Start - before.Schedule.Start;
        var seats = (await SeatRows.Read($"select {SeatRows.Columns} from calendar.seats s where s.event = $1 and s.state < {(int)SeatState.Ended}", deed, after.Id)).Where(s => TakeSeatVerb.Date(before, s.Original) is not { } was || was.EndsAt > deed.Now);
        // In the direction of the move, so that no two dates have the same name in between.
        foreach (var seat in shift > TimeSpan.Zero ? seats.OrderByDescending(s => s.Original) : seats.OrderBy(s => s.Original))
        {
            var to = seat.Original + shift;
            if (TakeSeatVerb.Date(after, to) is not { } date)
            {
                await SeatRows.Set(seat.Id, SeatState.Ended, null, deed);
                if (seat.State != SeatState.Unconfirmed) await Send(Cancelled_, seat, after, new Occurrence(seat.Original, Shell.Berlin.At(seat.Original), Shell.Berlin.At(seat.Original), null, true), deed);
                continue;
            }
            await using (var rename = new NpgsqlCommand("update calendar.seats set original = $2, reminded_at = null where id = $1", deed.Session.Connection))
            {
                rename.Parameters.AddWithValue(seat.Id);
                rename.Parameters.AddWithValue(to);
                await rename.ExecuteNonQueryAsync(deed.Stop);
            }
            if (seat.State != SeatState.Unconfirmed) await Send(Moved_, seat with { Original = to }, after, date, deed);
        }
    }

    public async Task DateChanged(CityEvent before, CityEvent after, DateTime original, Deed deed)
    {
        if (!after.IsOut) return;
        await TellFollowers(after, "date", deed);
        if (TakeSeatVerb.Date(after, original) is not { } date || date.EndsAt < deed.Now) return;
        foreach (var seat in (await Holding(after.Id, deed)).Where(s => s.Original == original)) await Send(date.IsCancelled ? Cancelled_ : Moved_, seat, after, date, deed);
    }

    public async Task Cancelled(CityEvent after, Deed deed)
    {
        await TellFollowers(after, "cancelled", deed);
        foreach (var seat in await Holding(after.Id, deed))
            if (TakeSeatVerb.Date(after, seat.Original) is { } date && date.EndsAt > deed.Now) await Send(Cancelled_, seat, after, date, deed);
    }

    private async Task TellFollowers(CityEvent about, string what, Deed deed)
    {
        var (_, title) = await Words(about.Id, deed);
        foreach (var person in (await FollowBoard.Followers(deed, CalendarNotices.Event(about.Id))).Where(p => p != deed.Person.Id))
            board.Tell(deed.Session, person, CalendarNotices.Changed, about.Id.ToString(), new { title, what }, $"/kalender/{about.Slug}");
    }

    /// <summary>Everybody who holds a place in line or a seat.</summary>
    private static Task<List<Seat>> Holding(Guid about, Deed deed) =>
        SeatRows.Read($"select {SeatRows.Columns} from calendar.seats s where s.event = $1 and s.state in ({(int)SeatState.Waiting}, {(int)SeatState.Taken}, {(int)SeatState.Offered})", deed, about);

    private static async Task<(EventWords Words, string Title)> Words(Guid about, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var command = new NpgsqlCommand("select words::text, title from calendar.words where event = $1 and is_current", deed.Session.Connection);
        command.Parameters.AddWithValue(about);
        await using var reader = await command.ExecuteReaderAsync(deed.Stop);
        await reader.ReadAsync(deed.Stop);
        return (EventLook.Parse(reader.GetString(0)), reader.GetString(1));
    }

    private static string Reason(CityEvent about, Occurrence date) => about.Changes.FirstOrDefault(c => c.Original == date.Original)?.Reason is { Length: > 0 } reason ? reason : about.Reason;
}
