using Gera.Hub.People;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Entries;

/// <summary>Numbers of ideas, e.g. <c>GER-2026-0042</c>, without gaps.</summary>
internal static class IdeaNumbers
{
    /// <summary>The next number of the year in Gera; whoever is first has it, and a deed that fails gives it back.</summary>
    public static async Task<string> Next(Deed deed)
    {
        var year = Shell.Berlin.Day(deed.Now).Year;
        await using var next = new NpgsqlCommand(
            "insert into ideas.numbers (year, last) values ($1, 1) on conflict (year) do update set last = ideas.numbers.last + 1 returning last", deed.Session.Connection);
        next.Parameters.AddWithValue(year);
        return FormattableString.Invariant($"GER-{year}-{(int)(await next.ExecuteScalarAsync(deed.Stop))!:0000}");
    }
}
