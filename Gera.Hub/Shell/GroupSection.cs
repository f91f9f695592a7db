namespace Gera.Hub.Shell;

/// <summary>A section of a working group's page; rooms register theirs.</summary>
/// <param name="Component">A component with the parameter <c>Group</c>, the group's key; it renders nothing when it has nothing to say.</param>
/// <param name="Order">Smaller comes first; rooms leave gaps of ten.</param>
public sealed record GroupSection(Type Component, int Order);
