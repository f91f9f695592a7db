using Gera.Hub.People;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Supports;

/// <summary>Who supports an idea, for telling them; nobody else learns it.</summary>
internal static class Supporters
{
    public static async Task<List<Guid>> Of(Guid idea, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var command = new NpgsqlCommand($"select distinct s.person from ideas.supports s where s.until is null and (s.idea = $1 or s.idea in (select m.id from {IdeaSight.Table} m where m.lead = $1))", deed.Session.Connection);
        command.Parameters.AddWithValue(idea);
        var people = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(deed.Stop);
        while (await reader.ReadAsync(deed.Stop)) people.Add(reader.GetGuid(0));
        return people;
    }
}
