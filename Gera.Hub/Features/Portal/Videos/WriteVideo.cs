using Gera.Hub.Features.Portal.Press;
using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Portal.Videos;

/// <summary>Adds a video or changes its words. One that everybody sees must stay whole.</summary>
/// <param name="Seen">Edition the editor started from; zero for a new one.</param>
public sealed record WriteVideo(Guid Video, int Seen, VideoWords Words) : IWish<string>;

internal sealed class WriteVideoVerb : IVerb<WriteVideo, string>
{
    public Permission Needs => Permission.Edit;

    public async Task<Scope?> ScopeOf(WriteVideo wish, Deed deed) =>
        wish.Seen == 0 || await deed.Session.LoadAsync<Video>(wish.Video, deed.Stop) is not null ? new Scope { About = wish.Video.ToString() } : null;

    public async Task<Answer<string>> Do(WriteVideo wish, Deed deed)
    {
        if (wish.Words.Refuse() is { } bad) return bad;
        var words = wish.Words.Clean();
        var before = await deed.Session.LoadAsync<Video>(wish.Video, deed.Stop);
        if ((before?.Edition ?? 0) != wish.Seen) return VideoRefusals.Changed;
        var next = (before ?? new Video(wish.Video, await Free(Shell.Slug.Of(words.Title!, "video"), deed), 0, words, null, 0, null, false, deed.Now)) with { Edition = wish.Seen + 1, Words = words };
        if (next.IsPublic && next.Lacks is { } lack) return lack;
        deed.Session.Store(next);
        return next.Slug;
    }

    private static async Task<string> Free(string slug, Deed deed)
    {
        var taken = await deed.Session.Query<Video>().Where(v => v.Slug.StartsWith(slug)).Select(v => v.Slug).ToListAsync(deed.Stop);
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? slug : $"{slug}-{n}").First(s => !taken.Contains(s));
    }
}
