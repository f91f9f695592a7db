using Gera.Hub.Features.Calendar.Seats;
using Gera.Hub.People;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Marten;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.Features.Calendar;

/// <summary>In demo mode a year of Gera around today: series, something moved, something cancelled, something full. All of it invented.</summary>
internal sealed class CalendarSeeds(Door door, IDocumentStore store, PeopleReads people, TimeProvider clock) : ISeed
{
    private static readonly GateField[] Fields = [new("Bringen Sie ein Kind mit?", false)];

    public async Task Sow(bool demo, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        if (!demo || await Marten.QueryableExtensions.AnyAsync(session.Query<Organiser>(), stop)) return;
        var (now, houses) = (clock.GetUtcNow(), new Dictionary<string, Guid>());
        foreach (var (key, name) in SeedEvents.Houses) houses[key] = (await Send<SetOrganiser, Guid>(new SetOrganiser(null, key, name, null, null), stop)).Value;
        var today = Berlin.Day(now).ToDateTime(TimeOnly.MinValue);
        foreach (var (n, one) in SeedEvents.All.Index())
        {
            // A day of the week keeps its meaning, whenever the town is sown.
            var day = today.AddDays(one.Days);
            if (one.Weekday is { } weekday) day = day.AddDays(((int)weekday - (int)day.DayOfWeek + 7) % 7);
            // A fifth Monday is not in every month.
            if (one.Rule?.Contains("{nth}", StringComparison.Ordinal) == true && day.Day > 28) day = day.AddDays(7);
            var start = day + (one.From ?? TimeSpan.Zero);
            var schedule = one.From is null ? new Schedule(day, day.AddDays(one.Length), true) : new Schedule(start, start.AddHours(one.Length), false, one.Rule?.Replace("{nth}", $"{(day.Day + 6) / 7}{{day}}", StringComparison.Ordinal).Replace("{day}", day.DayOfWeek.ToString()[..2].ToUpperInvariant(), StringComparison.Ordinal), one.Rule is null ? null : DateOnly.FromDateTime(day.AddMonths(10)));
            var words = new EventWords(one.Title, one.Text, SeedEvents.Houses.First(h => h.Key == one.House).Name, one.Place, one.Street, null, null, one.Price, null, null);
            var facts = new EventFacts(one.Theme, one.District, one.Group, houses[one.House], one.Access, one.Price is null, one.North, one.East);
            var id = Ids.At(now.AddDays(-40).AddMinutes(n));
            await Send<SubmitEvent, EventTaken>(new SubmitEvent(id, words, facts, schedule, false), stop);
            if (one.Seats is { } seats) await Send<SetGate, Done>(new SetGate(id, seats, 0, 2, Fields), stop);
            if (one.Fate == "full") await Fill(id, start, stop);
            if (one.Fate == "cancelled") await Send<CancelEvent, Done>(new CancelEvent(id, "Die Künstlerin ist erkrankt. Gekaufte Karten werden erstattet."), stop);
            if (one.Fate == "moved") await Send<MoveEvent, Done>(new MoveEvent(id, schedule with { Start = start.AddDays(7), End = schedule.End.AddDays(7) }, "Der Saal wird an diesem Tag für eine Sitzung gebraucht."), stop);
            if (one.Fate == "series") await Dates(id, schedule, stop);
        }
    }

    private Task<Answer<TAnswer>> Send<TWish, TAnswer>(TWish wish, CancellationToken stop) where TWish : IWish<TAnswer> => door.Send<TWish, TAnswer>(wish, Caller.Clock, stop);

    private async Task Dates(Guid id, Schedule schedule, CancellationToken stop)
    {
        var dates = schedule.Starts(schedule.Start.AddDays(90)).Skip(1).Take(3).ToArray();
        if (dates.Length < 3) return;
        await Send<ChangeDate, Done>(new ChangeDate(id, dates[0], DateFate.Cancelled, null, null, "Fällt wegen Bauarbeiten aus."), stop);
        await Send<ChangeDate, Done>(new ChangeDate(id, dates[1], DateFate.Moved, dates[1].AddHours(1), dates[1].AddHours(1) + schedule.Length, "Beginnt eine Stunde später."), stop);
    }

    private async Task Fill(Guid id, DateTime start, CancellationToken stop)
    {
        var signIns = await people.Read(async db => await EntityFrameworkQueryableExtensions.ToListAsync(db.Users.Where(u => u.Demo).OrderBy(u => u.Email).Take(6).Select(u => u.Id), stop));
        var now = clock.GetUtcNow();
        await using var session = store.LightweightSession();
        foreach (var (n, person) in signIns.Index())
            session.QueueSqlCommand("insert into calendar.seats (id, event, original, person, name, language, answers, state, at, confirmed_at) values (?, ?, ?, ?, ?, 'de', '[\"\"]'::jsonb, ?, ?, ?)",
                Ids.At(now.AddMinutes(n)), id, start, person, SeedEvents.Guests[n % SeedEvents.Guests.Count], (short)(n < 4 ? SeatState.Taken : SeatState.Waiting), now.AddDays(-2), now.AddDays(-2).AddMinutes(n));
        await session.SaveChangesAsync(stop);
    }
}
