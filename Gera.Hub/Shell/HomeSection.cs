namespace Gera.Hub.Shell;

/// <summary>A section of the home page, rendered statically between the hero and what the hub says of itself.</summary>
/// <param name="Component">A component without parameters; it renders nothing when it has nothing to say.</param>
/// <param name="Order">Smaller comes first; rooms leave gaps of ten.</param>
public sealed record HomeSection(Type Component, int Order);
