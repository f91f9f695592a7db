namespace Gera.Hub.People.Grants;

/// <summary>What a role with a scope may be given for; the room that has such things registers one.</summary>
/// <param name="Exists">Whether there is something with that key.</param>
/// <param name="Known">Keys to choose from; empty where there are too many for a list.</param>
public sealed record RoleScopes(string Role, Func<string, CancellationToken, Task<bool>> Exists, IReadOnlyList<string> Known);

/// <summary>Looks whether a role and what it is for fit together.</summary>
internal sealed class ScopeCheck(IEnumerable<RoleScopes> scopes)
{
    public async Task<Refusal?> Look(string? role, string? scope, CancellationToken stop)
    {
        if (role is null || !Role.All.Contains(role)) return GrantRefusals.RoleUnknown;
        if (!Role.Scoped.Contains(role)) return string.IsNullOrEmpty(scope) ? null : GrantRefusals.ScopeUnknown;
        if (scope is not { Length: > 0 and <= 60 } || Text.Check(scope, 60, ("Gültig für", "for")) is not null) return GrantRefusals.ScopeUnknown;
        return scopes.FirstOrDefault(s => s.Role == role) is { } known && await known.Exists(scope, stop) ? null : GrantRefusals.ScopeUnknown;
    }
}
