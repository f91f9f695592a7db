using Gera.Hub.People.Notices;

namespace Gera.Hub.People.Grants;

/// <summary>Gives a role, effective with the person's next command.</summary>
/// <param name="Role">A name out of <see cref="People.Role.All"/>.</param>
/// <param name="For">What the role is for, where it is for something.</param>
/// <param name="Reason">At most 300 characters; stays in the log of roles.</param>
public sealed record GrantRole(Guid Person, string? Role, string? For, string? Reason) : IWish<Done>;

internal sealed class GrantRoleVerb(ScopeCheck scopes, Noticeboard notices) : IVerb<GrantRole, Done>
{
    /// <summary>Kind of the notices that tell of a role given or ended.</summary>
    public const string Notice = "role";

    public Permission Needs => Permission.Administer;

    public Task<Scope?> ScopeOf(GrantRole wish, Deed deed) => deed.OfPerson(wish.Person);

    public async Task<Answer<Done>> Do(GrantRole wish, Deed deed)
    {
        if (await scopes.Look(wish.Role, wish.For, deed.Stop) is { } unknown) return unknown;
        if (Text.Check(wish.Reason, 300, ("Grund", "reason")) is { } bad) return bad;
        if (await deed.Find<bool>("select exists (select from people.grants where \"UserId\" = $1 and \"Role\" = $2 and \"Scope\" = $3 and \"EndedAt\" is null)", wish.Person, wish.Role!, wish.For ?? ""))
            return GrantRefusals.RoleHeld;
        Give(deed, wish.Person, wish.Role!, wish.For ?? "", deed.Person.Id!.Value, Text.Clean(wish.Reason!));
        notices.Tell(deed.Session, wish.Person, Notice, $"role:{wish.Role}:{wish.For}", new { wish.Role, wish.For, Given = true }, "/mein-hub");
        return new Done();
    }

    /// <summary>The unique key of what is held now decides between two who give the same role at once.</summary>
    internal static void Give(Deed deed, Guid person, string role, string scope, Guid? by, string reason) => deed.Write(
        """insert into people.grants ("Id", "UserId", "Role", "Scope", "By", "Reason", "At") values (?, ?, ?, ?, ?::text::uuid, ?, ?)""", deed.NewId(), person, role, scope, by?.ToString()!, reason, deed.Now);
}
