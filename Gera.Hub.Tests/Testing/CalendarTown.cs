using Gera.Hub.Features.Calendar;
using Gera.Hub.Features.Calendar.Seats;
using Gera.Hub.Shell;

namespace Gera.Hub.Tests.Testing;

/// <summary>Events made for one test.</summary>
internal static class CalendarTown
{
    /// <summary>Free of charge, in the middle of the town.</summary>
    public static readonly EventFacts Facts = new("leben", "Stadtmitte", null, null, AccessFacts.StepFree, true, 50.88, 12.08);

    /// <summary>An evening some days ahead, 18:00 to 20:00.</summary>
    public static readonly Schedule Evening = At(Berlin.Day(TimeProvider.System.GetUtcNow()).AddDays(9).ToDateTime(new TimeOnly(18, 0)));

    public static Schedule At(DateTime start, string? rule = null, DateOnly? until = null) => new(start, start.AddHours(2), false, rule, until);

    public static EventWords Words(string title = "Lesung am Fluss", string text = "Drei Autorinnen lesen.") => new(title, text, "Stadtbibliothek", "Lesesaal", "Puschkinplatz 7", null, null, null, null, null);

    public static Task<EventTaken> Event(Somebody author, string title = "Lesung am Fluss", Schedule? schedule = null, EventFacts? facts = null) =>
        author.Does<SubmitEvent, EventTaken>(new SubmitEvent(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Words(title), facts ?? Facts, schedule ?? Evening, false));

    /// <summary>One with seats, published by an editor.</summary>
    public static async Task<EventTaken> WithSeats(Somebody editor, int seats, string title = "Lesung am Fluss", Schedule? schedule = null)
    {
        var made = await Event(editor, title, schedule);
        Assert.Null(await editor.Asks(new SetGate(made.Id, seats, 0, 0, [new GateField("Was bringen Sie mit?", false)])));
        return made;
    }
}
