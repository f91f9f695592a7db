namespace Gera.Hub.Features.Ideas.Entries;

/// <summary>An idea somebody is still writing. Nobody else sees it.</summary>
public sealed record IdeaDraft(Guid Id, Guid Person, string Contest, string Category, IdeaWords Words, AuthorShown Shown, string? Pseudonym, DateTimeOffset SavedAt);
