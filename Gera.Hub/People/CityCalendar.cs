namespace Gera.Hub.People;

/// <summary>The city's calendar for rooms whose dates belong there; the calendar registers one. Permission is that of whoever acts.</summary>
/// <param name="Put">Enters a date, or brings the one entered before up to date, by an id of the caller's own. Null when it stands in the calendar, else why not.</param>
/// <param name="Cancel">Says that it does not take place, and why; once more changes nothing.</param>
/// <param name="Path">Of its page; null where it is not to be seen by everybody.</param>
public sealed record CityCalendar(
    Func<Guid, CityDate, Caller, CancellationToken, Task<Refusal?>> Put,
    Func<Guid, string, Caller, CancellationToken, Task<Refusal?>> Cancel,
    Func<Guid, CancellationToken, Task<string?>> Path);

/// <param name="Text">Markdown.</param>
/// <param name="Theme">leben, wohnen or arbeiten.</param>
/// <param name="Start">As the clocks in Gera show it.</param>
/// <param name="Link">Path of ours that tells more.</param>
public sealed record CityDate(string Title, string Text, string Organiser, string? Place, string? Online, string Theme, string? Group, DateTime Start, DateTime End, string Link);
