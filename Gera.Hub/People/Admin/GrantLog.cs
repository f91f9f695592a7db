using Gera.Hub.People.Grants;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Admin;

/// <summary>A role with the names around it.</summary>
public sealed record GrantRow(Grant Grant, string Name, string? By, string? EndedBy);

/// <summary>Who has which role, since when, from whom and why; and what was.</summary>
public sealed class GrantLog(PeopleReads reads)
{
    /// <param name="ended">Whether roles that have ended are shown too.</param>
    public Task<Page<GrantRow>> Of(string? role, bool ended, int? page, CancellationToken stop) => reads.Read(people =>
    {
        var grants = people.Grants.Where(g => ended || g.EndedAt == null);
        if (!string.IsNullOrEmpty(role)) grants = grants.Where(g => g.Role == role);
        return Pages.Page<GrantRow>(from g in grants
                                    join u in people.Users on g.UserId equals u.Id
                                    orderby g.EndedAt ?? g.At descending, g.Id
                                    select new GrantRow(g, u.DisplayName, people.Users.Where(b => b.Id == g.By).Select(b => b.DisplayName).FirstOrDefault(), people.Users.Where(b => b.Id == g.EndedBy).Select(b => b.DisplayName).FirstOrDefault()), page, stop);
    });
}
