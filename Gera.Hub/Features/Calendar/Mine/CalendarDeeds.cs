using Gera.Hub.Features.Calendar.Board;
using Gera.Hub.Features.Calendar.Seats;
using Gera.Hub.People.Data;
using Gera.Hub.Shell;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Calendar.Mine;

/// <summary>Events a person entered, and dates they are registered for.</summary>
internal sealed class CalendarDeeds(EventQueue queue, SeatBoard seats, EventLook look, SeatCodes codes, IStringLocalizer<CalendarTexts> T) : IMyDeeds
{
    public async Task<IReadOnlyList<MyDeed>> Of(Guid person, int most, CancellationToken stop)
    {
        var deeds = (await queue.Of(person, stop)).Take(most).Select(e => new MyDeed(T["DeedEvent"], e.Title, T["State_" + e.State], $"/kalender/{e.Slug}", e.ChangedAt)).ToList();
        foreach (var seat in (await seats.AllOf(person, stop)).Take(most))
            if (await look.Public(seat.Event, stop) is { } view)
                deeds.Add(new MyDeed(T["DeedSeat"], $"{view.Words.Title} ({Berlin.Words(Berlin.At(seat.Original))})", T["Seat_" + seat.State], "/kalender/anmeldung/" + codes.Of(seat.Id), seat.At));
        return deeds;
    }
}
