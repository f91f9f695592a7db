using Gera.Hub.People;
using Gera.Hub.Storage.Files;

namespace Gera.Hub.Features.Ideas.Attachments;

/// <summary>Takes a picture or document off one's own idea or draft; once more changes nothing.</summary>
public sealed record DetachFile(Guid Idea, Guid File) : IWish<Done>;

internal sealed class DetachFileVerb(AttachmentList list, FileStore files) : IVerb<DetachFile, Done>
{
    public Permission Needs => Permission.Self;

    public Task<Scope?> ScopeOf(DetachFile wish, Deed deed) => AttachmentScope.OfIdea(wish.Idea, deed);

    public async Task<Answer<Done>> Do(DetachFile wish, Deed deed)
    {
        if (await AttachmentScope.Frozen(wish.Idea, deed) is { } no) return no;
        // Only a file of this very idea: the door has looked at nothing else.
        if (await list.One(wish.File, deed.Stop) is { } file && file.Idea == wish.Idea) AttachmentStore.Drop(deed.Session, files, file.Id);
        return new Done();
    }
}
