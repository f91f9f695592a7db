using Gera.Hub.People;
using Gera.Hub.Storage.Files;

namespace Gera.Hub.Features.Portal.Videos;

/// <summary>Takes a video away for good, file and all.</summary>
public sealed record DropVideo(Guid Video) : IWish<Done>;

internal sealed class DropVideoVerb(FileStore files) : IVerb<DropVideo, Done>
{
    public Permission Needs => Permission.Edit;

    public async Task<Scope?> ScopeOf(DropVideo wish, Deed deed) => await deed.Session.LoadAsync<Video>(wish.Video, deed.Stop) is null ? null : new Scope { About = wish.Video.ToString() };

    public Task<Answer<Done>> Do(DropVideo wish, Deed deed)
    {
        deed.Session.Delete<Video>(wish.Video);
        files.Drop(deed.Session, Video.Prefix(wish.Video));
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
