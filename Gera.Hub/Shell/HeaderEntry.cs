namespace Gera.Hub.Shell;

/// <summary>Another way to read the hub, in the head of every page beside the language: Leichte Sprache and the like. Registered like a <see cref="NavEntry"/>.</summary>
/// <param name="Href">Where the way begins, for pages that are not told that way.</param>
/// <param name="Icon">See <c>Icon</c>; drawn in front of the words, which stay.</param>
public sealed record HeaderEntry(string Href, string TextKey, Type Texts, string Icon, int Order)
{
    /// <summary>The page at a path, told that way; null where it is not.</summary>
    public Func<PathString, string?>? Same { get; init; }
}
