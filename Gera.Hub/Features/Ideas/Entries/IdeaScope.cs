using Gera.Hub.People;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Entries;

/// <summary>What the door needs to know of an idea.</summary>
internal static class IdeaScope
{
    /// <summary>Of an idea everyone may see; of any other there is nothing to know.</summary>
    public static async Task<Scope?> Visible(Guid idea, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var look = new NpgsqlCommand($"select i.author, i.number from {IdeaSight.Table} i where i.id = $1 and {IdeaSight.Everyone}", deed.Session.Connection);
        look.Parameters.AddWithValue(idea);
        await using var reader = await look.ExecuteReaderAsync(deed.Stop);
        return await reader.ReadAsync(deed.Stop) ? new Scope(Owner: await reader.IsDBNullAsync(0, deed.Stop) ? null : reader.GetGuid(0)) { About = reader.GetString(1) } : null;
    }

    public static async Task<bool> IsVisible(Guid idea, Deed deed) => await Ask($"select 1 from {IdeaSight.Table} i where i.id = $1 and {IdeaSight.Everyone}", idea, deed) is not null;

    /// <summary>Of an idea whose words everyone may read.</summary>
    public static async Task<Scope?> Readable(Guid idea, Deed deed) => await Ask($"select 1 from {IdeaSight.Table} i where i.id = $1 and {IdeaSight.Readable}", idea, deed) is not null ? await Any(idea, deed) : null;

    /// <summary>As it reads now; empty when its words are gone or hidden.</summary>
    public static async Task<string> Title(Guid idea, Deed deed) =>
        await Ask($"select w.title from ideas.words w join {IdeaSight.Table} i on i.id = w.idea where w.idea = $1 and w.is_current and i.state <> 'Hidden'", idea, deed) as string ?? "";

    /// <summary>Of any idea, with its author as the owner.</summary>
    public static async Task<Scope?> Any(Guid idea, Deed deed) =>
        await deed.Session.LoadAsync<Idea>(idea, deed.Stop) is { State: not IdeaState.Erased } found ? new Scope(Owner: found.Author) { About = found.Number } : null;

    /// <summary>Of any idea; its author or a co-author who has accepted is the owner.</summary>
    public static async Task<Scope?> Written(Guid idea, Deed deed) =>
        await deed.Session.LoadAsync<Idea>(idea, deed.Stop) is { State: not IdeaState.Erased } found ? new Scope(Owner: found.IsBy(deed.Person.Id) ? deed.Person.Id : found.Author) { About = found.Number } : null;

    public static async Task<(Idea Idea, Contest Contest)> Load(Guid idea, Deed deed)
    {
        var found = (await deed.Session.LoadAsync<Idea>(idea, deed.Stop))!;
        return (found, (await deed.Session.LoadAsync<Contest>(found.Contest, deed.Stop))!);
    }

    private static async Task<object?> Ask(string sql, Guid idea, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var look = new NpgsqlCommand(sql, deed.Session.Connection);
        look.Parameters.AddWithValue(idea);
        return await look.ExecuteScalarAsync(deed.Stop);
    }
}
