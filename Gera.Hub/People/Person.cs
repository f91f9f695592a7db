namespace Gera.Hub.People;

/// <summary>Who acts, as read from the database for this one command. Never kept for the next.</summary>
/// <param name="Id">The account; null for someone without one.</param>
/// <param name="Grants">Roles that count at this moment, each with what it is for.</param>
public sealed record Person(Guid? Id, IReadOnlyList<Granted> Grants)
{
    public static readonly Person Nobody = new(null, []);

    /// <summary>The hub itself, e.g. when a countdown ends.</summary>
    public static readonly Person Clock = new(null, [new Granted(Role.Clock, "")]);

    /// <summary>Confirmed to live in Gera.</summary>
    public bool IsResident { get; init; }

    /// <summary>May read and export, but do nothing else.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Has a staff role that does not count, because this log-in had only a password.</summary>
    public bool NeedsSecondFactor { get; init; }

    /// <summary>The log-in they act with; null without one.</summary>
    public LogInFacts? LogIn { get; init; }

    public bool Is(string role) => Grants.Any(g => g.Role == role);

    /// <summary>Whether the role was given for that group or shop.</summary>
    public bool Is(string role, string scope) => Grants.Any(g => g.Role == role && g.Scope == scope);

    /// <summary>What a role was given for, e.g. the groups someone leads.</summary>
    public IEnumerable<string> ScopesOf(string role) => Grants.Where(g => g.Role == role).Select(g => g.Scope);
}

/// <summary>When and how somebody logged in: changes to an account's keys ask for a fresh log-in.</summary>
/// <param name="Strong">With a passkey or a second factor.</param>
public sealed record LogInFacts(Guid Id, DateTimeOffset At, bool Strong);

/// <summary>A role and what it is for; the scope is empty where the role has none.</summary>
public readonly record struct Granted(string Role, string Scope);

/// <summary>Names of roles. Stored in grants, so they never change.</summary>
public static class Role
{
    public const string Administrator = "administrator";

    /// <summary>Of one working group.</summary>
    public const string Leader = "leader";

    /// <summary>Of one shop.</summary>
    public const string ShopOwner = "shop";

    public const string Press = "press";
    public const string Desk = "desk";
    public const string Moderator = "moderator";
    public const string Editor = "editor";
    public const string Researcher = "researcher";

    /// <summary>No account has it: the hub acting by itself.</summary>
    public const string Clock = "clock";

    /// <summary>Roles an administrator may give.</summary>
    public static readonly IReadOnlyList<string> All = [Administrator, Leader, ShopOwner, Press, Desk, Moderator, Editor, Researcher];

    /// <summary>Roles that count only after a passkey or a second factor (guards: who may do what).</summary>
    public static readonly IReadOnlySet<string> Staff = new HashSet<string> { Administrator, Press, Desk, Moderator, Editor, Researcher };

    /// <summary>Roles that are given for a group or a shop.</summary>
    public static readonly IReadOnlySet<string> Scoped = new HashSet<string> { Leader, ShopOwner };
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

    /// <summary>Network address, for limits per address only: it is never stored and never logged. Null inside the hub.</summary>
    public string? Address { get; init; }
}

/// <summary>One voter of one session. The id says nothing about a person.</summary>
public readonly record struct Seat(Guid Session, Guid Id);
