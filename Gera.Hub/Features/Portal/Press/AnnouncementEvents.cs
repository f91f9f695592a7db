namespace Gera.Hub.Features.Portal.Press;

/// <summary>An announcement was begun.</summary>
public sealed record AnnouncementStarted(Guid Announcement, string Short, AnnouncementWords Words, Guid By, DateTimeOffset At);

/// <summary>Its words were written anew, before it was out.</summary>
public sealed record AnnouncementRewritten(AnnouncementWords Words, Guid By, DateTimeOffset At);

/// <summary>Its writer asks somebody else to read it.</summary>
public sealed record AnnouncementSent(Guid By, DateTimeOffset At);

/// <summary>Whoever read it wants something changed.</summary>
public sealed record AnnouncementReturned(string Note, Guid By, DateTimeOffset At);

/// <summary>Somebody who wrote nothing of it has read it and agrees.</summary>
public sealed record AnnouncementApproved(Guid By, DateTimeOffset At);

/// <summary>It is out from that moment on; nothing else needs to happen.</summary>
/// <param name="Path">Its address below <c>/presse/</c>, e.g. <c>2026/11/solarbank</c>.</param>
public sealed record AnnouncementScheduled(DateTimeOffset PublishAt, string Path, Guid By, DateTimeOffset At);

/// <summary>Taken out of the plan before its moment came.</summary>
public sealed record AnnouncementUnscheduled(Guid By, DateTimeOffset At);

/// <summary>Its moment has passed and everybody was told. Whether it is seen does not hang on this.</summary>
public sealed record AnnouncementPublished(DateTimeOffset At);

/// <summary>Something in it was wrong, and what is said so for everybody.</summary>
/// <param name="Path">A new title makes a new address; the old one leads there.</param>
public sealed record AnnouncementCorrected(AnnouncementWords Words, string Note, string Path, Guid By, DateTimeOffset At);

/// <summary>No longer true as a whole. Its address stays and says why.</summary>
public sealed record AnnouncementWithdrawn(string Reason, Guid By, DateTimeOffset At);

/// <summary>Old: still found and read, but no longer among the latest.</summary>
public sealed record AnnouncementArchived(Guid By, DateTimeOffset At);

/// <summary>Given up before it was out.</summary>
public sealed record AnnouncementDropped(Guid By, DateTimeOffset At);

/// <summary>What an announcement says.</summary>
/// <param name="Title">At most 140 characters.</param>
/// <param name="Lead">Who, what, when, where: at most 500 characters.</param>
/// <param name="Body">Markdown, at most 20,000 characters.</param>
/// <param name="Theme">Key of a working group; null for the whole city.</param>
public sealed record AnnouncementWords(string Title, string Lead, string Body, string? Theme)
{
    /// <summary>As it is stored.</summary>
    public AnnouncementWords Clean() => new(People.Text.Clean(Title), People.Text.Clean(Lead).ReplaceLineEndings(" "), People.Text.Clean(Body), Theme);
}
