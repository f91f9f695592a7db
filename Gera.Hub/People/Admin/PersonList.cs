using Gera.Hub.People.Accounts;
using Gera.Hub.People.Grants;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Admin;

/// <summary>A person in the list.</summary>
public sealed record PersonRow(Guid Id, string Name, string? Mail, DateTimeOffset CreatedAt, bool Disabled, bool Blocked, string[] Roles);

/// <summary>All that the administration may know of a person.</summary>
/// <param name="HasStrongWay">Whether the account has a second factor or passkeys.</param>
/// <param name="Trail">What staff did with this account, the newest first.</param>
public sealed record PersonFile(HubUser User, IReadOnlyList<Grant> Grants, IReadOnlyList<Block> Blocks, int SignIns, DateTimeOffset? SeenAt, bool HasStrongWay, IReadOnlyList<DeedRow> Trail);

/// <summary>Looks for people by name or mail.</summary>
public sealed class PersonList(PeopleReads reads, TimeProvider clock)
{
    public Task<Page<PersonRow>> Find(string? words, int? page, CancellationToken stop) => reads.Read(people =>
    {
        var (now, users) = (clock.GetUtcNow(), people.Users.AsQueryable());
        if (Pattern(words) is { } pattern) users = users.Where(u => EF.Functions.ILike(u.DisplayName, pattern, "\\") || EF.Functions.ILike(u.Email!, pattern, "\\"));
        return Pages.Page<PersonRow>(users.OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Select(u => new PersonRow(u.Id, u.DisplayName, u.Email, u.CreatedAt, u.Disabled,
            people.Blocks.Any(b => b.UserId == u.Id && b.LiftedAt == null && (b.Until == null || b.Until > now)),
            people.Grants.Where(g => g.UserId == u.Id && g.EndedAt == null).Select(g => g.Role + "|" + g.Scope).ToArray())), page, stop);
    });

    public Task<PersonFile?> Of(Guid id, CancellationToken stop) => reads.Read(async people =>
    {
        if (await people.Users.SingleOrDefaultAsync(u => u.Id == id, stop) is not { } user) return null;
        var key = id.ToString();
        return new PersonFile(user, await people.Grants.Where(g => g.UserId == id).OrderByDescending(g => g.At).Take(100).ToListAsync(stop),
            await people.Blocks.Where(b => b.UserId == id).OrderByDescending(b => b.At).Take(100).ToListAsync(stop),
            await people.SignIns.CountAsync(s => s.UserId == id, stop), await people.SignIns.Where(s => s.UserId == id).MaxAsync(s => (DateTimeOffset?)s.SeenAt, stop),
            user.TwoFactorEnabled || await people.UserPasskeys.AnyAsync(p => p.UserId == id, stop),
            await DeedLog.Rows(people, people.StaffDeeds.Where(d => d.About == key)).Take(20).ToListAsync(stop));
    });

    /// <summary>Percent and underscore are letters like any other.</summary>
    internal static string? Pattern(string? words) => string.IsNullOrWhiteSpace(words) || words.Length > 200 || words.Contains('\0', StringComparison.Ordinal) ? null
        : $"%{words.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
