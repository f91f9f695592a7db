namespace Gera.Hub.Shell;

/// <summary>A section of the home page, rendered statically. Editors move and hide it; until they do, it stands where its room puts it.</summary>
/// <param name="Component">A component without parameters; it renders nothing when it has nothing to say.</param>
/// <param name="Order">Smaller comes first; rooms leave gaps of ten.</param>
public sealed record HomeSection(Type Component, int Order)
{
    /// <summary>What editors call it: a key in <see cref="Texts"/>.</summary>
    public string? TextKey { get; init; }

    /// <summary>The room's marker class.</summary>
    public Type? Texts { get; init; }

    /// <summary>Stored where editors arranged it, so that the component's name never changes.</summary>
    public string Key => Component.Name;
}
