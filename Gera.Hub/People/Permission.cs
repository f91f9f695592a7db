namespace Gera.Hub.People;

/// <summary>What a verb asks of the person who wants it. Every verb names one; the door checks it, nobody else.</summary>
public enum Permission
{
    /// <summary>Nothing: reading and taking a seat.</summary>
    Anyone,

    /// <summary>A seat in the session the wish is about.</summary>
    Seat,

    /// <summary>A leader or administrator.</summary>
    Lead,

    /// <summary>The leader of the object the wish is about, or an administrator.</summary>
    LeadThis,

    /// <summary>An administrator.</summary>
    Administer,
}

/// <summary>The object a wish is about, as far as permission is concerned.</summary>
/// <param name="Leader">Whoever leads it.</param>
/// <param name="Session">The session whose seats may act on it.</param>
public sealed record Scope(Guid? Leader = null, Guid? Session = null)
{
    /// <summary>A wish about nothing that exists already.</summary>
    public static readonly Scope None = new();
}
