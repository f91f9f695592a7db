namespace Gera.Hub.Features.Ideas.Moderation;

/// <summary>Something was reported for the first time since anyone decided about it. All reports until the next decision belong to this case.</summary>
/// <param name="Subject">Id of the idea or the comment.</param>
/// <param name="Idea">The idea it is, or stands under.</param>
/// <param name="Author">Whom the decision concerns.</param>
public sealed record CaseOpened(Guid Case, Subject Kind, Guid Subject, Guid Idea, Guid? Author, DateTimeOffset At);

/// <summary>Somebody reported it. Who and in which words stands in <c>ideas.reports</c>.</summary>
public sealed record ReportMade(ReportReason Reason, DateTimeOffset At);

/// <summary>A moderator decided: hide it, or keep it.</summary>
/// <param name="Reason">Which rule it broke; of what is kept, which it was said to break.</param>
public sealed record CaseDecided(bool Hide, ReportReason Reason, Guid By, DateTimeOffset At);

/// <summary>Whom the decision concerns says something against it.</summary>
public sealed record CaseAppealed(Guid By, DateTimeOffset At);

/// <summary>Somebody else decided again, for good.</summary>
public sealed record AppealDecided(bool Restore, Guid By, DateTimeOffset At);

/// <summary>Whom it concerns deleted their account.</summary>
public sealed record CaseAuthorLeft(DateTimeOffset At);

public enum Subject
{
    Idea,
    Comment,
}

/// <summary>The rules of conversation, as reasons.</summary>
public enum ReportReason
{
    Spam,
    Insult,
    PersonalData,
    Illegal,
    OffTopic,
    Other,
}

/// <param name="Case">Where the decision stands.</param>
public sealed record HiddenBy(Guid Case, ReportReason Reason);
