namespace Gera.Hub.People.Grants;

/// <summary>A role given to a person, by whom and why; never deleted, only ended, so that the log is the table.</summary>
public sealed class Grant
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    /// <summary>A name out of <see cref="Role"/>.</summary>
    public string Role { get; set; } = "";

    /// <summary>What the role is for: a working group, a shop; empty where the role has no scope.</summary>
    public string Scope { get; set; } = "";

    /// <summary>Account of the administrator; null when the hub itself gave it (first start, demo).</summary>
    public Guid? By { get; set; }

    public string Reason { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public Guid? EndedBy { get; set; }

    public string? EndReason { get; set; }
}

/// <summary>A person may read and export, but do nothing else, until it ends or is lifted.</summary>
public sealed class Block
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public Guid By { get; set; }

    /// <summary>As the person reads it.</summary>
    public string Reason { get; set; } = "";

    public DateTimeOffset At { get; set; }

    /// <summary>Null: until it is lifted.</summary>
    public DateTimeOffset? Until { get; set; }

    public DateTimeOffset? LiftedAt { get; set; }

    /// <summary>What the person says against it, once.</summary>
    public string? Appeal { get; set; }

    public DateTimeOffset? AppealAt { get; set; }

    /// <summary>The answer of a second member of staff.</summary>
    public string? Answer { get; set; }

    public Guid? AnsweredBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }
}

/// <summary>One thing a member of staff did, as the door saw it.</summary>
public sealed class StaffDeed
{
    public Guid Id { get; set; }

    public Guid By { get; set; }

    /// <summary>Name of the wish, e.g. <c>GrantRole</c>.</summary>
    public string Verb { get; set; } = "";

    /// <summary>Id or key of what it was about; empty when it made something new.</summary>
    public string About { get; set; } = "";

    public DateTimeOffset At { get; set; }
}
