using Gera.Hub.Features.Calendar.Board;
using Gera.Hub.People;

namespace Gera.Hub.Features.Calendar;

/// <summary>Dates of other rooms become events of the calendar, by its own wishes and its own rules.</summary>
internal sealed class CityDates(Door door, EventLook look, Register register)
{
    public static CityCalendar Open(CityDates dates) => new(dates.Put, dates.Cancel, dates.Path);

    private async Task<Refusal?> Put(Guid id, CityDate date, Caller caller, CancellationToken stop)
    {
        var schedule = new Schedule(date.Start, date.End);
        if (await look.One(id, await register.Who(caller, stop), stop) is not { } view)
        {
            var facts = new EventFacts(date.Theme, null, date.Group, null, AccessFacts.None, true, null, null);
            return (await door.Send<SubmitEvent, EventTaken>(new SubmitEvent(id, Words(date, null), facts, schedule, IsDraft: false), caller, stop)).Refusal;
        }
        // What editors added stays: a picture, the way in, facts on access.
        var words = Words(date, view.Words).Clean();
        if (words != view.Words && (await door.Send<RewordEvent, Done>(new RewordEvent(id, view.Event.Edition, words, view.Event.Facts), caller, stop)).Refusal is { } refusal) return refusal;
        return schedule == view.Event.Schedule ? null : (await door.Send<MoveEvent, Done>(new MoveEvent(id, schedule, null), caller, stop)).Refusal;
    }

    private async Task<Refusal?> Cancel(Guid id, string reason, Caller caller, CancellationToken stop) =>
        await look.Public(id, stop) is { Event.State: EventState.Published } ? (await door.Send<CancelEvent, Done>(new CancelEvent(id, reason), caller, stop)).Refusal : null;

    private async Task<string?> Path(Guid id, CancellationToken stop) => await look.Public(id, stop) is { } view ? "/kalender/" + view.Event.Slug : null;

    private static EventWords Words(CityDate date, EventWords? before) => (before ?? new EventWords(null, null, null, null, null, null, null, null, null, null)) with
    {
        Title = date.Title,
        Text = date.Text,
        Organiser = date.Organiser,
        Place = date.Place,
        Online = date.Online,
        Links = date.Link,
    };
}
