using Gera.Hub.Features.Ideas.Attachments;
using Gera.Hub.People;
using Gera.Hub.Storage.Files;
using Marten;

namespace Gera.Hub.Features.Ideas.Entries;

/// <summary>Throws a draft away; once more changes nothing.</summary>
public sealed record DropDraft(Guid Draft) : IWish<Done>;

internal sealed class DropDraftVerb(AttachmentList attachments, FileStore files) : IVerb<DropDraft, Done>
{
    public Permission Needs => Permission.Account;

    public bool OpenToBlocked => true;

    public async Task<Answer<Done>> Do(DropDraft wish, Deed deed)
    {
        var me = deed.Person.Id!.Value;
        if (await deed.Session.LoadAsync<IdeaDraft>(wish.Draft, deed.Stop) is not { } draft || draft.Person != me) return new Done();
        deed.Session.Delete(draft);
        await AttachmentStore.DropAll(deed.Session, files, attachments, draft.Id, deed.Stop);
        return new Done();
    }
}
