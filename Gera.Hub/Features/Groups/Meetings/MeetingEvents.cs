namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>A leader planned a meeting.</summary>
/// <param name="Group">One of the five keys.</param>
/// <param name="IsPublic">Decided here for good: what everybody saw cannot be unseen, and what members were promised stays among them.</param>
public sealed record MeetingPlanned(Guid MeetingId, string Group, MeetingFacts Facts, bool IsPublic, Guid? By, DateTimeOffset At);

/// <summary>Its words, place or time were changed.</summary>
public sealed record MeetingChanged(MeetingFacts Facts, Guid? By, DateTimeOffset At);

/// <summary>It does not take place. Its address stays and says why.</summary>
public sealed record MeetingCancelled(string Reason, Guid? By, DateTimeOffset At);

/// <summary>An item of the agenda was added at its end, or changed.</summary>
public sealed record AgendaItemWritten(AgendaItem Item, Guid? By, DateTimeOffset At);

/// <summary>The items of the agenda stand in this order; those that are not named are off it.</summary>
public sealed record AgendaArranged(Guid[] Order, Guid? By, DateTimeOffset At);

/// <summary>Members were invited by mail.</summary>
public sealed record MembersInvited(Guid? By, DateTimeOffset At);

/// <summary>A vote of an item of the agenda began in a session of the halls.</summary>
/// <param name="Session">The session's id.</param>
public sealed record ItemVoteBegan(Guid Item, Guid Session, Guid? By, DateTimeOffset At);

/// <summary>The leader wrote on the minutes; only leaders read them.</summary>
public sealed record MinutesDrafted(MinutesWords Words, Guid? By, DateTimeOffset At);

/// <summary>The minutes as written last are out; a later one is a new edition.</summary>
public sealed record MinutesReleased(int Edition, MinutesWords Words, Guid? By, DateTimeOffset At);
