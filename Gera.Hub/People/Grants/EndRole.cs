using Gera.Hub.People.Notices;

namespace Gera.Hub.People.Grants;

/// <summary>Takes a role back, effective with the person's next command. The row stays as the log.</summary>
/// <param name="Grant">Id of the grant.</param>
/// <param name="Reason">At most 300 characters.</param>
public sealed record EndRole(Guid Grant, string? Reason) : IWish<Done>;

internal sealed class EndRoleVerb(Noticeboard notices) : IVerb<EndRole, Done>
{
    public Permission Needs => Permission.Administer;

    public async Task<Scope?> ScopeOf(EndRole wish, Deed deed) =>
        await deed.Find<Guid?>("select \"UserId\" from people.grants where \"Id\" = $1 and \"EndedAt\" is null", wish.Grant) is { } person ? new Scope(Owner: person) { About = person.ToString() } : null;

    public async Task<Answer<Done>> Do(EndRole wish, Deed deed)
    {
        if (Text.Check(wish.Reason, 300, ("Grund", "reason")) is { } bad) return bad;
        if (await deed.Row("select \"UserId\", \"Role\", \"Scope\" from people.grants where \"Id\" = $1 and \"EndedAt\" is null for update", wish.Grant) is not [Guid person, string role, string scope])
            return Refusals.SomeoneWasFaster;
        if (role == Role.Administrator && !await deed.AnotherAdministrator(person)) return GrantRefusals.LastAdministrator;
        deed.Write("""update people.grants set "EndedAt" = ?, "EndedBy" = ?, "EndReason" = ? where "Id" = ?""", deed.Now, deed.Person.Id!.Value, Text.Clean(wish.Reason!), wish.Grant);
        notices.Tell(deed.Session, person, GrantRoleVerb.Notice, $"role:{role}:{scope}", new { Role = role, For = scope, Given = false }, "/mein-hub");
        return new Done();
    }
}
