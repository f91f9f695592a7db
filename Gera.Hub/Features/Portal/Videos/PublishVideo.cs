using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Portal.Videos;

/// <summary>Shows a video to everybody, or takes it back. Nothing is shown without its wording, and no film of ours without captions.</summary>
public sealed record PublishVideo(Guid Video, bool IsPublic) : IWish<Done>;

internal sealed class PublishVideoVerb : IVerb<PublishVideo, Done>
{
    public Permission Needs => Permission.Edit;

    public async Task<Scope?> ScopeOf(PublishVideo wish, Deed deed) => await deed.Session.LoadAsync<Video>(wish.Video, deed.Stop) is null ? null : new Scope { About = wish.Video.ToString() };

    public async Task<Answer<Done>> Do(PublishVideo wish, Deed deed)
    {
        var video = (await deed.Session.LoadAsync<Video>(wish.Video, deed.Stop))!;
        if (wish.IsPublic && video.Lacks is { } lack) return lack;
        deed.Session.Store(video with { Edition = video.Edition + 1, IsPublic = wish.IsPublic, At = wish.IsPublic && !video.IsPublic ? deed.Now : video.At });
        return new Done();
    }
}
