using Gera.Hub.People;
using Gera.Hub.Storage.Files;
using Marten;

namespace Gera.Hub.Features.Groups.Documents;

/// <summary>Documents of a group, for whoever may read them.</summary>
public sealed class DocumentShelf(IDocumentStore store, GroupBoard groups, FileStore files)
{
    public async Task<IReadOnlyList<GroupDocument>> Of(string group, Person reader, CancellationToken stop)
    {
        var all = await groups.Belongs(reader, group, stop);
        await using var session = store.QuerySession();
        return await session.Query<GroupDocument>().Where(d => d.Group == group && (all || d.IsPublic)).OrderByDescending(d => d.At).Take(100).ToListAsync(stop);
    }

    /// <summary>The file; null where the reader may not know of it.</summary>
    public async Task<(GroupDocument Document, Stream File)?> Open(string group, Guid id, Person reader, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<GroupDocument>(id, stop) is not { } document || document.Group != group) return null;
        if (!document.IsPublic && !await groups.Belongs(reader, group, stop)) return null;
        return await files.Open(GroupDocument.KeyOf(id), stop) is { } file ? (document, file) : null;
    }
}
