using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Grants;

/// <summary>Who holds which role.</summary>
public sealed class GrantList(PeopleDb people)
{
    /// <summary>Who has held a role for a scope the longest; null when nobody holds it.</summary>
    public async Task<Guid?> First(string role, string scope, CancellationToken stop) =>
        await people.Grants.Where(g => g.Role == role && g.Scope == scope && g.EndedAt == null).OrderBy(g => g.At).Select(g => (Guid?)g.UserId).FirstOrDefaultAsync(stop);
}
