using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Admin;

/// <summary>One page of a list, and how many entries there are in all.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, int All, int Number)
{
    public bool HasNext => Number * Pages.Size < All;
}

public static class Pages
{
    public const int Size = 25;

    /// <summary>The page with that number of what the query finds.</summary>
    public static async Task<Page<T>> Page<T>(this IQueryable<T> rows, int? number, CancellationToken stop)
    {
        var page = Math.Clamp(number ?? 1, 1, 100_000);
        return new Page<T>(await rows.Skip((page - 1) * Size).Take(Size).ToListAsync(stop), await rows.CountAsync(stop), page);
    }
}
