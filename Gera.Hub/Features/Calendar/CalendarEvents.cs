namespace Gera.Hub.Features.Calendar;

/// <summary>What lists filter by; stored, so its words never change.</summary>
/// <param name="Theme">One of <see cref="CityEvent.Themes"/>.</param>
/// <param name="Group">Key of the working group it belongs to; null for none.</param>
/// <param name="Organiser">Id of an <see cref="Organiser"/>; null where only a name is given.</param>
/// <param name="Latitude">WGS 84, degrees; null without a place on the map.</param>
public sealed record EventFacts(string Theme, string? District, string? Group, Guid? Organiser, AccessFacts Access, bool IsFree, double? Latitude, double? Longitude);

/// <summary>Somebody wrote an event down. Its words stand in <c>calendar.words</c>, where they can be taken back.</summary>
/// <param name="Slug">Its address for good: made of its first title.</param>
/// <param name="Source">The feed it was taken from; null for one of our own.</param>
public sealed record EventDrafted(Guid EventId, string Slug, Guid? Author, EventFacts Facts, Schedule Schedule, string? Source, DateTimeOffset At);

/// <summary>It waits for an editor to read it.</summary>
public sealed record EventHandedIn(Guid? By, DateTimeOffset At);

/// <summary>Everyone sees it from now on.</summary>
public sealed record EventReleased(Guid? By, DateTimeOffset At);

/// <summary>An editor sent it back with a question or a reason; what was said stands in <c>calendar.talk</c>.</summary>
public sealed record EventSentBack(Guid? By, DateTimeOffset At);

/// <summary>Its words or facts were changed; the words before stay readable as the version before.</summary>
public sealed record EventReworded(int Edition, EventFacts Facts, Guid? By, DateTimeOffset At);

/// <summary>It takes place at another time; everyone sees when it was to be before.</summary>
public sealed record EventMoved(Schedule Schedule, string Reason, Guid? By, DateTimeOffset At);

/// <summary>One date of a series was moved, cancelled or left out.</summary>
public sealed record EventDateChanged(DateChange Change, Guid? By, DateTimeOffset At);

/// <summary>One date of a series takes place again as the rule says.</summary>
public sealed record EventDateRestored(DateTime Original, Guid? By, DateTimeOffset At);

/// <summary>It does not take place. Its address stays and says why.</summary>
public sealed record EventCancelled(string Reason, Guid? By, DateTimeOffset At);

/// <summary>The feed it came from has it no more, or its author took it back before it was out: nobody sees it.</summary>
public sealed record EventTakenOff(Guid? By, DateTimeOffset At);

/// <summary>Whoever wrote it has left the hub; the event stands by itself.</summary>
public sealed record EventLeft(DateTimeOffset At);
