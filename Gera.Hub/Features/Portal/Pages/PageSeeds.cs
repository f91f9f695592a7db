using System.Reflection;
using Gera.Hub.Storage;
using Marten;

namespace Gera.Hub.Features.Portal.Pages;

/// <summary>The first version of every page, out of the files beside this one; what editors wrote since is never touched.</summary>
internal sealed class PageSeeds(IDocumentStore store, TimeProvider clock) : ISeed
{
    public async Task Sow(bool demo, CancellationToken stop)
    {
        await using var session = store.LightweightSession();
        foreach (var key in PageKey.All)
        {
            if (Words(key) is not { } words || await session.LoadAsync<PageText>(key.Id, stop) is not null) continue;
            // The first line is the title, a heading of its own.
            var end = words.IndexOf('\n', StringComparison.Ordinal);
            var text = new PageText(key.Id, 1, words[..end].TrimStart('#', ' ').Trim(), words[end..].Trim(), null, clock.GetUtcNow());
            session.Store(text);
            session.Insert(PageVersion.Of(text));
        }
        await session.SaveChangesAsync(stop);
    }

    private static string? Words(PageKey key)
    {
        using var stream = File(key) ?? (key.Variant == PageVariant.Sign ? Film() : null);
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Where there is no film yet, it says so.</summary>
    private static Stream? Film() => Assembly.GetExecutingAssembly().GetManifestResourceStream("pages/film.md");

    private static Stream? File(PageKey key) => Assembly.GetExecutingAssembly().GetManifestResourceStream($"pages/{key.Page}.{key.Variant.ToString().ToLowerInvariant()}.{key.Language}.md");
}
