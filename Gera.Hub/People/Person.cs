namespace Gera.Hub.People;

/// <summary>Who acts, as read from the database for this one command. Never kept for the next.</summary>
/// <param name="Id">The account; null for someone without one.</param>
/// <param name="Roles">Names out of <see cref="Role"/>.</param>
public sealed record Person(Guid? Id, IReadOnlySet<string> Roles)
{
    public static readonly Person Nobody = new(null, new HashSet<string>());

    /// <summary>The hub itself, e.g. when a countdown ends.</summary>
    public static readonly Person Clock = new(null, new HashSet<string> { Role.Clock });

    public bool Is(string role) => Roles.Contains(role);
}

/// <summary>Names of roles. Stored in accounts, so they never change.</summary>
public static class Role
{
    public const string Administrator = "administrator";
    public const string Leader = "leader";

    /// <summary>No account has it: the hub acting by itself.</summary>
    public const string Clock = "clock";
}

/// <summary>Who says they are calling, as remembered by a request, a circuit or a hub connection; the door looks up what it is worth now.</summary>
/// <param name="User">Account id out of the log-in ticket.</param>
/// <param name="SignIn">The log-in this ticket belongs to; ends with log-out.</param>
/// <param name="Seat">A voter's place in one session.</param>
public sealed record Caller(Guid? User, Guid? SignIn, Seat? Seat = null)
{
    public static readonly Caller Nobody = new(null, null);

    /// <summary>The hub itself. Only code inside the hub can hold it.</summary>
    internal static readonly Caller Clock = new(null, null);
}

/// <summary>One voter of one session. The id says nothing about a person.</summary>
public readonly record struct Seat(Guid Session, Guid Id);
