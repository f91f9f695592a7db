using Gera.Hub.People;
using Gera.Hub.Storage.Files;
using Marten;

namespace Gera.Hub.Features.Groups.Documents;

/// <summary>Takes a document away, file and all.</summary>
public sealed record DropDocument(Guid Document) : IWish<Done>;

internal sealed class DropDocumentVerb(FileStore files) : IVerb<DropDocument, Done>
{
    public Permission Needs => Permission.Lead;

    public async Task<Scope?> ScopeOf(DropDocument wish, Deed deed) =>
        await deed.Session.LoadAsync<GroupDocument>(wish.Document, deed.Stop) is { } document ? new Scope(Group: document.Group) { About = document.Id.ToString() } : null;

    public Task<Answer<Done>> Do(DropDocument wish, Deed deed)
    {
        deed.Session.Delete<GroupDocument>(wish.Document);
        files.Drop(deed.Session, GroupDocument.KeyOf(wish.Document));
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
