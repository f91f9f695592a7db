using Gera.Hub.Features.Ideas.Moderation;

namespace Gera.Hub.Features.Ideas.Entries;

/// <summary>An idea was handed in. Its words stand in <c>ideas.words</c>, where they can be taken back.</summary>
/// <param name="Number">For paper and phone, e.g. <c>GER-2026-0042</c>.</param>
/// <param name="Theme">Key of a working group's theme.</param>
/// <param name="Latitude">WGS 84, degrees; null without a place.</param>
/// <param name="Waits">It is shown only after a moderator has read it.</param>
public sealed record IdeaSubmitted(Guid Idea, string Number, Guid Contest, string Category, Guid? Author, AuthorShown Shown, string Theme, string? District,
    double? Latitude, double? Longitude, EntryChannel Channel, bool Waits, DateTimeOffset At)
{
    /// <summary>A line on the map, as in <see cref="IdeaWords.Line"/>; null without one.</summary>
    public string? Line { get; init; }

    /// <summary>Whether its author is old enough for the contest, or handed it in for somebody younger.</summary>
    public Through Through { get; init; } = Through.Self;

    /// <summary>The idea it was split from, or carried over from; null for one that was handed in.</summary>
    public Guid? Origin { get; init; }
}

/// <summary>Its words, theme or place were changed; the words before stay readable as the version before.</summary>
/// <param name="Quietly">Within the time an author may mend slips: no new version is shown.</param>
public sealed record IdeaReworded(int Version, string Theme, string? District, double? Latitude, double? Longitude, bool Quietly, Guid By, DateTimeOffset At)
{
    /// <inheritdoc cref="IdeaSubmitted.Line"/>
    public string? Line { get; init; }
}

/// <summary>A moderator read it and let everyone see it.</summary>
public sealed record IdeaReleased(Guid By, DateTimeOffset At);

/// <summary>Its author took it back. The address stays and says so.</summary>
public sealed record IdeaWithdrawn(string Reason, Guid By, DateTimeOffset At);

/// <summary>It says the same as another, which now speaks for both. Supports stay where they were given.</summary>
public sealed record IdeaMerged(Guid Lead, string Reason, Guid By, DateTimeOffset At);

/// <summary>It stands by itself again, with all it had.</summary>
/// <param name="Lead">The idea that spoke for it until now.</param>
public sealed record IdeaUngrouped(Guid Lead, Guid By, DateTimeOffset At);

/// <summary>It said several things; each is an idea of its own now, and this one leads to them.</summary>
public sealed record IdeaSplit(IReadOnlyList<Guid> Into, string Reason, Guid By, DateTimeOffset At);

/// <summary>It takes part in another contest, as the idea <paramref name="To"/>.</summary>
public sealed record IdeaCarried(Guid To, Guid By, DateTimeOffset At);

/// <summary>An office wrote its answer; nobody but staff sees it yet.</summary>
public sealed record AnswerPrepared(IdeaAnswer Answer, Guid By, DateTimeOffset At);

/// <summary>The answer prepared last is out.</summary>
public sealed record AnswerPublished(Guid By, DateTimeOffset At);

/// <summary>A moderator took it off everyone's view; its place says why.</summary>
public sealed record IdeaHidden(Guid Case, ReportReason Reason, Guid By, DateTimeOffset At);

/// <summary>Somebody else decided that everyone may read it again.</summary>
public sealed record IdeaRestored(Guid Case, Guid By, DateTimeOffset At);

/// <summary>Its author deleted their account and left the idea standing.</summary>
public sealed record IdeaLeft(DateTimeOffset At);

/// <summary>Its author deleted their account and the words with it.</summary>
public sealed record IdeaErased(DateTimeOffset At);

/// <summary>How an author wants to be seen.</summary>
public enum AuthorShown
{
    /// <summary>By the account's name.</summary>
    Name,

    /// <summary>By a name of their choice.</summary>
    Pseudonym,

    /// <summary>By nobody.</summary>
    Anonymous,
}

/// <summary>Who hands an idea in. There is no account for children: they take part through school or guardian.</summary>
public enum Through
{
    /// <summary>Nothing was said; refused where a contest has a minimum age.</summary>
    Unsaid,

    /// <summary>Somebody old enough, for themselves.</summary>
    Self,

    /// <summary>A parent, school or kindergarten, for children.</summary>
    Guardian,
}

/// <summary>How something came in.</summary>
public enum EntryChannel
{
    Online,
    Counter,
    Paper,
    Phone,
    Kiosk,
    Rally,
}
