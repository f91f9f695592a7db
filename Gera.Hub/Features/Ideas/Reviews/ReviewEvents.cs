namespace Gera.Hub.Features.Ideas.Reviews;

/// <summary>What reviewers give points for was set; it stays once somebody has given some.</summary>
public sealed record ReviewPlanned(IReadOnlyList<Criterion> Criteria, Guid By, DateTimeOffset At);

/// <summary>Somebody is to review the contest's ideas.</summary>
public sealed record ReviewerAssigned(Guid Person, Guid By, DateTimeOffset At);

/// <summary>Somebody reviews no longer; what they gave stays.</summary>
public sealed record ReviewerReleased(Guid Person, Guid By, DateTimeOffset At);

/// <param name="Key">Unique in its contest: its place in the list, from one.</param>
/// <param name="Most">Most points, 1 to 100.</param>
public sealed record Criterion(string Key, string Title, int Most);
