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
        await using var look = new NpgsqlCommand($"select 1 from {IdeaSight.Table} i where i.id = $1 and {IdeaSight.Everyone}", deed.Session.Connection);
        look.Parameters.AddWithValue(idea);
        return await look.ExecuteScalarAsync(deed.Stop) is null ? null : await Any(idea, deed);
    }

    /// <summary>Of any idea, with its author as the owner.</summary>
    public static async Task<Scope?> Any(Guid idea, Deed deed) =>
        await deed.Session.LoadAsync<Idea>(idea, deed.Stop) is { State: not IdeaState.Erased } found ? new Scope(Owner: found.Author) { About = found.Number } : null;

    public static async Task<(Idea Idea, Contest Contest)> Load(Guid idea, Deed deed)
    {
        var found = (await deed.Session.LoadAsync<Idea>(idea, deed.Stop))!;
        return (found, (await deed.Session.LoadAsync<Contest>(found.Contest, deed.Stop))!);
    }
}
