using Gera.Hub.Shell;

namespace Gera.Hub.Features.Portal.Voices;

/// <summary>Voices for the search over everything.</summary>
internal sealed class VoiceSearch(VoiceBoard board) : ISearchSource
{
    public const string Name = "stimme";

    public string Kind => Name;

    public Type Texts => typeof(VoiceTexts);

    public async Task<IReadOnlyCollection<Guid>> Keys(CancellationToken stop) => [.. (await board.All(hiddenToo: false, stop)).Select(v => v.Id)];

    public async Task<SearchEntry?> Entry(Guid key, CancellationToken stop) =>
        await board.One(key, stop) is { IsPublic: true } voice
            ? new SearchEntry(key, voice.Path, voice.Words.Name!, voice.Words.Quote is { Length: > 0 } quote ? $"{voice.Words.Role}: „{quote}“" : voice.Words.Role!, voice.Words.Role + " " + Pages.PageShelf.Plain(voice.Words.Body!), null, null, voice.At)
            : null;

    public async Task<IReadOnlySet<Guid>> Visible(IReadOnlyCollection<Guid> keys, CancellationToken stop) => (await Keys(stop)).Intersect(keys).ToHashSet();
}
