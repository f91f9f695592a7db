namespace Gera.Hub.Shell;

/// <summary>A link that only the footer carries: imprint, privacy and the like. Registered like a <see cref="NavEntry"/>.</summary>
public sealed record FooterEntry(string Href, string TextKey, Type Texts, int Order);
