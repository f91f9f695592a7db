using System.Text.Json.Serialization;
using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Where an announcement stands.</summary>
public enum PressState
{
    Draft,
    InReview,
    Approved,

    /// <summary>Has a moment, which may have passed already.</summary>
    Scheduled,

    /// <summary>Its moment has passed and everybody was told.</summary>
    Published,
    Corrected,
    Withdrawn,
    Archived,
    Dropped,
}

/// <summary>An announcement as its stream tells it.</summary>
/// <param name="Short">Eight characters that lead to it for good: <c>/m/7k2mq9xa</c>.</param>
public sealed record Announcement(Guid Id, string Short, AnnouncementWords Words, DateTimeOffset At)
{
    public PressState State { get; init; }

    /// <summary>Raised with each change of the words; a form says which one it saw.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>Who wrote words that nobody has approved yet: none of them can.</summary>
    public IReadOnlyList<Guid> Writers { get; init; } = [];

    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>Below <c>/presse/</c>; null until it has a moment.</summary>
    public string? Path { get; init; }

    /// <summary>What the reviewer wants changed, until it is sent again.</summary>
    public string? Note { get; init; }

    /// <summary>The newest last.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    public string? Reason { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Whether everybody who wants to hear of it was told.</summary>
    public bool IsTold { get; init; }

    /// <summary>Whether everybody may read it at that moment: the one rule, for a single announcement as <see cref="PressSight"/> says it for many.</summary>
    public bool IsOut(DateTimeOffset now) => State is PressState.Scheduled or PressState.Published or PressState.Corrected or PressState.Archived && PublishAt <= now;

    /// <summary>Whether its address may be known: also of one that was withdrawn.</summary>
    public bool IsKnown(DateTimeOffset now) => IsOut(now) || State == PressState.Withdrawn && PublishAt <= now;

    [JsonIgnore]
    public string Address => $"/presse/{Path}";

    /// <summary>Why this person may not approve it; null when they may (four eyes).</summary>
    public Refusal? RefuseApproval(Guid person) => State != PressState.InReview ? PressRefusals.NotInReview : Writers.Contains(person) ? PressRefusals.OwnWords : null;

    public static Announcement Create(AnnouncementStarted e) => new(e.Announcement, e.Short, e.Words, e.At) { Writers = [e.By], ChangedAt = e.At };

    public Announcement Apply(AnnouncementRewritten e) => this with
    {
        Words = e.Words,
        Edition = Edition + 1,
        State = PressState.Draft,
        // After an approval somebody else may read the new words.
        Writers = State == PressState.Approved ? [e.By] : Writers.Contains(e.By) ? Writers : [.. Writers, e.By],
        ChangedAt = e.At,
    };

    public Announcement Apply(AnnouncementSent e) => this with { State = PressState.InReview, Note = null, ChangedAt = e.At };

    public Announcement Apply(AnnouncementReturned e) => this with { State = PressState.Draft, Note = e.Note, ChangedAt = e.At };

    public Announcement Apply(AnnouncementApproved e) => this with { State = PressState.Approved, Note = null, ChangedAt = e.At };

    public Announcement Apply(AnnouncementScheduled e) => this with { State = PressState.Scheduled, PublishAt = e.PublishAt, Path = e.Path, ChangedAt = e.At };

    public Announcement Apply(AnnouncementUnscheduled e) => this with { State = PressState.Approved, PublishAt = null, ChangedAt = e.At };

    public Announcement Apply(AnnouncementPublished e) => this with { State = State == PressState.Scheduled ? PressState.Published : State, IsTold = true };

    public Announcement Apply(AnnouncementCorrected e) => this with
    {
        Words = e.Words,
        Edition = Edition + 1,
        State = PressState.Corrected,
        Path = e.Path,
        Corrections = [.. Corrections, new Correction(e.Note, e.At)],
        ChangedAt = e.At,
    };

    public Announcement Apply(AnnouncementWithdrawn e) => this with { State = PressState.Withdrawn, Reason = e.Reason, ChangedAt = e.At };

    public Announcement Apply(AnnouncementArchived e) => this with { State = PressState.Archived, ChangedAt = e.At };

    public Announcement Apply(AnnouncementDropped e) => this with { State = PressState.Dropped, ChangedAt = e.At };
}

/// <param name="Note">What was wrong and what is right, for everybody.</param>
public sealed record Correction(string Note, DateTimeOffset At);
