using Gera.Hub.Shell;

namespace Gera.Hub.Features.Portal.Videos;

/// <summary>Videos for the search over everything: by what is said in them.</summary>
internal sealed class VideoSearch(VideoShelf shelf) : ISearchSource
{
    public const string Name = "video";

    public string Kind => Name;

    public Type Texts => typeof(VideoTexts);

    public async Task<IReadOnlyCollection<Guid>> Keys(CancellationToken stop) => [.. (await shelf.All(hiddenToo: false, stop)).Select(v => v.Id)];

    public async Task<SearchEntry?> Entry(Guid key, CancellationToken stop) =>
        await shelf.One(key, stop) is { IsPublic: true } video ? new SearchEntry(key, video.Path, video.Words.Title!, video.Words.Lead!, Pages.PageShelf.Plain(video.Words.Transcript!), null, null, video.At) : null;

    public async Task<IReadOnlySet<Guid>> Visible(IReadOnlyCollection<Guid> keys, CancellationToken stop) => (await Keys(stop)).Intersect(keys).ToHashSet();
}
