using Gera.Hub.Shell;

namespace Gera.Hub.Features.Portal.Pages;

/// <summary>Pages for the search over everything.</summary>
internal sealed class PageSearch(PageShelf shelf) : ISearchSource
{
    public const string Name = "seite";

    private const int SummaryMost = 200;

    public string Kind => Name;

    public Type Texts => typeof(PageTexts);

    /// <summary>Signed pages say the same in a film, and English ones stand at the address of the German ones.</summary>
    private static bool IsFound(PageKey key) => key is { Language: Language.German, Variant: not PageVariant.Sign };

    public async Task<IReadOnlyCollection<Guid>> Keys(CancellationToken stop) => [.. (await shelf.All(stop)).Where(p => p.Text is not null && IsFound(p.Key)).Select(p => p.Key.Number)];

    public async Task<SearchEntry?> Entry(Guid key, CancellationToken stop)
    {
        if (PageKey.All.FirstOrDefault(k => k.Number == key && IsFound(k)) is not { } page || await shelf.One(page, stop) is not { } text) return null;
        var words = PageShelf.Plain(text.Body);
        return new SearchEntry(key, page.Address, text.Title, words.Length > SummaryMost ? words[..words.LastIndexOf(' ', SummaryMost)] + " …" : words, words, null, null, text.At);
    }

    public async Task<IReadOnlySet<Guid>> Visible(IReadOnlyCollection<Guid> keys, CancellationToken stop) => (await Keys(stop)).Intersect(keys).ToHashSet();
}
