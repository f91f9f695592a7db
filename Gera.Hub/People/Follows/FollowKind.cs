namespace Gera.Hub.People.Follows;

/// <summary>Something a person can follow; rooms register theirs. Its targets are <c>kind:key</c>, e.g. <c>group:energie</c>.</summary>
/// <param name="Name">Stored, so it never changes.</param>
/// <param name="Find">What the key stands for, as far as everyone may see it; null when there is no such thing.</param>
public sealed record FollowKind(string Name, Func<IServiceProvider, string, CancellationToken, Task<Followed?>> Find);

/// <summary>What is followed, as lists show it.</summary>
/// <param name="Link">A path of ours; null where there is no page.</param>
public sealed record Followed(string Title, string? Link);
