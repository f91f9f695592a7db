using Gera.Hub.People;

namespace Gera.Hub.Features.Calendar;

/// <summary>Stored, so the names never change.</summary>
public enum EventState
{
    /// <summary>Only its author sees it.</summary>
    Draft = 0,

    /// <summary>An editor has not read it yet.</summary>
    Waiting = 1,
    Published = 2,
    Cancelled = 3,

    /// <summary>Gone from everyone's view.</summary>
    TakenOff = 4,
}

/// <summary>What people who need it must know before they set out.</summary>
[Flags]
public enum AccessFacts
{
    None = 0,
    StepFree = 1,
    Toilet = 2,
    InductionLoop = 4,
    SignLanguage = 8,
    PlainLanguage = 16,
    CompanionFree = 32,
}

/// <summary>Something that takes place in the city, as its stream tells it. Who may see it: <see cref="Board.EventSight"/> alone decides.</summary>
public sealed record CityEvent(Guid Id, string Slug, Guid? Author, EventFacts Facts, Schedule Schedule, string? Source, EventState State, DateTimeOffset At)
{
    /// <summary>LEBEN, WOHNEN, ARBEITEN: the themes of the hub's line. Stored, so they never change.</summary>
    public static readonly IReadOnlyList<string> Themes = ["leben", "wohnen", "arbeiten"];

    /// <summary>Version of its words, from one.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>What became of single dates of a series.</summary>
    public IReadOnlyList<DateChange> Changes { get; init; } = [];

    /// <summary>RFC 5545: grows with every change of its times and when it is cancelled, once it is out.</summary>
    public int Sequence { get; init; }

    /// <summary>When it was to begin before it was last moved; null when it never was.</summary>
    public DateTime? Previous { get; init; }

    /// <summary>Why it was moved or cancelled.</summary>
    public string Reason { get; init; } = "";

    public DateTimeOffset ChangedAt { get; init; } = At;

    // Columns of their own, for lists.
    public string Theme => Facts.Theme;

    public string? District => Facts.District;

    public string? GroupKey => Facts.Group;

    public Guid? OrganiserId => Facts.Organiser;

    public int Access => (int)Facts.Access;

    public bool IsOut => State is EventState.Published or EventState.Cancelled;

    public static CityEvent Create(EventDrafted e) => new(e.EventId, e.Slug, e.Author, e.Facts, e.Schedule, e.Source, EventState.Draft, e.At);

    public CityEvent Apply(EventHandedIn e) => this with { State = EventState.Waiting, ChangedAt = e.At };

    public CityEvent Apply(EventReleased e) => this with { State = EventState.Published, ChangedAt = e.At };

    public CityEvent Apply(EventSentBack e) => this with { State = EventState.Draft, ChangedAt = e.At };

    public CityEvent Apply(EventReworded e) => this with { Edition = e.Edition, Facts = e.Facts, ChangedAt = e.At };

    public CityEvent Apply(EventMoved e) => this with
    {
        Schedule = e.Schedule,
        // Before it is out nobody was told of another time.
        Previous = IsOut && e.Schedule.Start != Schedule.Start ? Schedule.Start : Previous,
        Reason = IsOut ? e.Reason : "",
        Sequence = IsOut ? Sequence + 1 : Sequence,
        Changes = e.Schedule.IsSeries ? [.. Changes.Select(c => Shift(c, e.Schedule.Start - Schedule.Start)).Where(c => e.Schedule.Has(c.Original))] : [],
        ChangedAt = e.At,
    };

    /// <summary>What was said of a date holds when the whole series moves: it then is another one by as much.</summary>
    private static DateChange Shift(DateChange change, TimeSpan by) => change with { Original = change.Original + by, Start = change.Start + by, End = change.End + by };

    public CityEvent Apply(EventDateChanged e) => this with { Changes = [.. Changes.Where(c => c.Original != e.Change.Original), e.Change], Sequence = IsOut ? Sequence + 1 : Sequence, ChangedAt = e.At };

    public CityEvent Apply(EventDateRestored e) => this with { Changes = [.. Changes.Where(c => c.Original != e.Original)], Sequence = IsOut ? Sequence + 1 : Sequence, ChangedAt = e.At };

    public CityEvent Apply(EventCancelled e) => this with { State = EventState.Cancelled, Reason = e.Reason, Sequence = Sequence + 1, ChangedAt = e.At };

    public CityEvent Apply(EventTakenOff e) => this with { State = EventState.TakenOff, ChangedAt = e.At };

    public CityEvent Apply(EventLeft e) => this with { Author = null };

    /// <summary>Moves the whole event; the first time it is out everyone sees when it was to be.</summary>
    public Answer<EventMoved> Move(Schedule to, string reason, Guid? by, DateTimeOffset now)
    {
        if (to.Fault() is { } bad) return bad;
        if (State is EventState.Cancelled or EventState.TakenOff) return CalendarRefusals.IsOver;
        return new EventMoved(to, reason, by, now);
    }

    /// <summary>Moves, cancels or leaves out one date of a series.</summary>
    public Answer<EventDateChanged> ChangeDate(DateChange change, Guid? by, DateTimeOffset now)
    {
        if (State is EventState.Cancelled or EventState.TakenOff) return CalendarRefusals.IsOver;
        if (!Schedule.IsSeries) return CalendarRefusals.NoSeries;
        if (!Schedule.Has(change.Original)) return CalendarRefusals.DateUnknown;
        if (change.Fate == DateFate.Moved && (change is not { Start: { } start, End: { } end } || (Schedule with { Start = start, End = end, Rule = null, Until = null }).Fault() is not null)) return CalendarRefusals.EndBeforeStart;
        // A date everybody saw stays visible; only before that may it never have been.
        if (change.Fate == DateFate.LeftOut && IsOut) return CalendarRefusals.MustBeCancelled;
        return new EventDateChanged(change, by, now);
    }

    public Answer<EventCancelled> Cancel(string reason, Guid? by, DateTimeOffset now) =>
        State == EventState.Published ? new EventCancelled(reason, by, now) : CalendarRefusals.IsOver;
}
