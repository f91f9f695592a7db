using System.Text.Json;
using Gera.Hub.People;
using Gera.Hub.People.Mail;
using Marten;

namespace Gera.Hub.Features.Calendar.Seats;

/// <summary>Registers for one date. With an account it counts at once; a guest confirms the address first.</summary>
/// <param name="Original">Names the date within its event.</param>
/// <param name="Mail">Of a guest; ignored with an account.</param>
/// <param name="Language">Of the mails to a guest: <c>de</c> or <c>en</c>.</param>
public sealed record TakeSeat(Guid Event, DateTime Original, string? Name, string? Mail, bool IsOldEnough, IReadOnlyList<string> Answers, string Language) : IWish<SeatTaken>;

/// <param name="Code">Opens the registration's own page; null for a guest, who gets it by mail.</param>
public sealed record SeatTaken(SeatState State, string? Code);

internal sealed class TakeSeatVerb(SeatMails mails, SeatCodes codes) : IVerb<TakeSeat, SeatTaken>
{
    public Permission Needs => Permission.Anyone;

    /// <summary>A hundred want the last seat in the same second, one after the other.</summary>
    public TimeSpan Patience => TimeSpan.FromSeconds(10);

    public Pace? Pace => new(20, 500, TimeSpan.FromMinutes(10));

    public async Task<Answer<SeatTaken>> Do(TakeSeat wish, Deed deed)
    {
        if (People.Text.Check(wish.Name, 120, ("Name", "name")) is { } badName) return badName;
        var guest = deed.Person.Id is null;
        var mail = guest ? wish.Mail?.Trim() ?? "" : null;
        if (guest && !MailWriter.TryAddress(mail, out _)) return CalendarRefusals.MailBad;
        // The gate first: who moves or cancels the event holds it, too, so nobody gets a seat at a date that was just moved.
        var gate = await SeatRows.Hold(wish.Event, deed);
        if (await deed.Session.LoadAsync<CityEvent>(wish.Event, deed.Stop) is not { IsOut: true } about) return Refusals.NotFound;
        if (Date(about, wish.Original) is not { } date) return Refusals.NotFound;
        if (gate is null) return CalendarRefusals.NoGate;
        if (!gate.IsOpen(date, deed.Now)) return CalendarRefusals.GateClosed;
        if (gate.Check(wish.IsOldEnough, wish.Answers) is { } no) return no;

        var mine = guest
            ? await SeatRows.Read($"select {SeatRows.Columns} from calendar.seats s where s.event = $1 and s.original = $2 and lower(s.mail) = lower($3) and s.state < 4", deed, wish.Event, wish.Original, mail!)
            : await SeatRows.Read($"select {SeatRows.Columns} from calendar.seats s where s.event = $1 and s.original = $2 and s.person = $3 and s.state < 4", deed, wish.Event, wish.Original, deed.Person.Id!.Value);
        if (mine is [var there, ..])
        {
            if (!guest) return CalendarRefusals.AlreadyIn;
            // Whoever only knows an address learns nothing; its owner gets the link once more.
            await mails.Send(there.State == SeatState.Unconfirmed ? SeatMails.Confirm : SeatMails.Again, there, about, date, deed);
            return new SeatTaken(SeatState.Unconfirmed, null);
        }

        var state = guest ? SeatState.Unconfirmed : await SeatRows.Given(wish.Event, wish.Original, deed) < gate.Capacity ? SeatState.Taken : SeatState.Waiting;
        var answers = gate.Fields.Select((_, n) => People.Text.Clean(wish.Answers.ElementAtOrDefault(n) ?? "")).ToArray();
        var seat = new Seat(deed.NewId(), wish.Event, wish.Original, deed.Person.Id, mail, People.Text.Clean(wish.Name!).ReplaceLineEndings(" "), wish.Language == "en" ? "en" : "de", answers, state, deed.Now, null, null);
        deed.Session.QueueSqlCommand(
            "insert into calendar.seats (id, event, original, person, mail, name, language, answers, state, at) values (?, ?, ?, ?::text::uuid, ?::text, ?, ?, ?::jsonb, ?, ?)",
            seat.Id, seat.Event, seat.Original, seat.Person?.ToString()!, seat.Mail!, seat.Name, seat.Language, JsonSerializer.Serialize(answers), (short)state, deed.Now);
        if (!guest) deed.Session.QueueSqlCommand("update calendar.seats set confirmed_at = ? where id = ?", deed.Now, seat.Id);
        await mails.Send(state switch { SeatState.Unconfirmed => SeatMails.Confirm, SeatState.Taken => SeatMails.Taken, _ => SeatMails.Waiting }, seat, about, date, deed);
        await SeatRows.Tell(wish.Event, deed);
        return new SeatTaken(state, guest ? null : codes.Of(seat.Id));
    }

    /// <summary>A date of an event by its name; null where there is none, or it was left out.</summary>
    internal static Occurrence? Date(CityEvent about, DateTime original) => original.Year is < 2000 or > 2200 ? null : Occurrence.Of(about, original.AddDays(1)).FirstOrDefault(o => o.Original == original);
}
