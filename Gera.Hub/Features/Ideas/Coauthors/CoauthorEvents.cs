namespace Gera.Hub.Features.Ideas.Coauthors;

/// <summary>The author asked somebody to stand beside them; nothing shows until they accept.</summary>
public sealed record CoauthorInvited(Guid Person, Guid By, DateTimeOffset At);

/// <summary>Whoever was asked accepted: from now on the idea is theirs, too.</summary>
public sealed record CoauthorAccepted(Guid Person, DateTimeOffset At);

/// <summary>They declined, left, or the author took the invitation back.</summary>
public sealed record CoauthorLeft(Guid Person, Guid By, DateTimeOffset At);

/// <param name="Accepted">Asked, and said yes.</param>
public sealed record Coauthor(Guid Person, bool Accepted);
