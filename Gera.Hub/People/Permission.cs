namespace Gera.Hub.People;

/// <summary>What a verb asks of the person who wants it. Every verb names one; the door checks it, nobody else.</summary>
public enum Permission
{
    /// <summary>Nothing: reading and taking a seat.</summary>
    Anyone,

    /// <summary>A seat in the session the wish is about.</summary>
    Seat,

    /// <summary>An account (its address is confirmed, otherwise nobody can log in with it).</summary>
    Account,

    /// <summary>An account confirmed to belong to someone who lives in Gera.</summary>
    Resident,

    /// <summary>The person the object belongs to; not even an administrator in their place.</summary>
    Self,

    /// <summary>The leader of the group the wish is about, or an administrator.</summary>
    Lead,

    /// <summary>The leader of the object the wish is about, or an administrator.</summary>
    LeadThis,

    /// <summary>Whoever the object belongs to, the leader of its group, an editor, or an administrator.</summary>
    Organise,

    /// <summary>Press staff or an administrator.</summary>
    Press,

    /// <summary>Staff of the desk or an administrator.</summary>
    Desk,

    /// <summary>A moderator or an administrator.</summary>
    Moderate,

    /// <summary>An editor or an administrator.</summary>
    Edit,

    /// <summary>A researcher or an administrator.</summary>
    Research,

    /// <summary>An administrator.</summary>
    Administer,
}

/// <summary>The object a wish is about, as far as permission is concerned.</summary>
/// <param name="Leader">Whoever leads it.</param>
/// <param name="Session">The session whose seats may act on it.</param>
/// <param name="Owner">Whom it belongs to.</param>
/// <param name="Group">The working group it belongs to.</param>
public sealed record Scope(Guid? Leader = null, Guid? Session = null, Guid? Owner = null, string? Group = null)
{
    /// <summary>A wish about nothing that exists already.</summary>
    public static readonly Scope None = new();

    /// <summary>Id or key for the log of what staff did.</summary>
    public string About { get; init; } = "";
}

/// <summary>The table behind the door: who may do what.</summary>
public static class Permissions
{
    private static readonly Dictionary<Permission, string> Roles = new()
    {
        [Permission.Press] = Role.Press,
        [Permission.Desk] = Role.Desk,
        [Permission.Moderate] = Role.Moderator,
        [Permission.Edit] = Role.Editor,
        [Permission.Research] = Role.Researcher,
        [Permission.Administer] = Role.Administrator,
    };

    /// <summary>Whether what is done with it goes into the log of what staff did.</summary>
    public static bool IsStaff(this Permission needs) => Roles.ContainsKey(needs);

    /// <summary>Why not; null when the person may.</summary>
    /// <param name="openToBlocked">Whether a blocked person may too: exporting, appealing, leaving.</param>
    public static Refusal? Check(this Permission needs, Person person, Seat? seat, Scope about, bool openToBlocked = false)
    {
        var isAdmin = person.Is(Role.Administrator) || person.Is(Role.Clock);
        if (needs == Permission.Anyone) return null;
        if (needs == Permission.Seat) return person.IsBlocked ? Refusals.Blocked : seat is { } taken && taken.Session == about.Session ? null : Refusals.SeatNeeded;
        if (person.Id is null && !person.Is(Role.Clock)) return Refusals.LogInFirst;
        if (person.IsBlocked && !openToBlocked) return Refusals.Blocked;
        var may = needs switch
        {
            Permission.Account => true,
            Permission.Resident => person.IsResident,
            Permission.Self => about.Owner is { } owner && owner == person.Id,
            _ when isAdmin => true,
            Permission.Organise => about.Owner is { } host && host == person.Id || person.Is(Role.Editor) || about.Group is { } hosts && person.Is(Role.Leader, hosts),
            Permission.Lead => about.Group is { } group ? person.Is(Role.Leader, group) : person.Is(Role.Leader),
            Permission.LeadThis => about.Leader == person.Id && (about.Group is { } group ? person.Is(Role.Leader, group) : person.Is(Role.Leader)),
            _ => person.Is(Roles[needs]),
        };
        return may ? null
            : needs == Permission.Resident ? Refusals.ResidentNeeded
            : person.NeedsSecondFactor && needs.IsStaff() ? Refusals.SecondFactorNeeded
            : Refusals.NotAllowed;
    }
}
