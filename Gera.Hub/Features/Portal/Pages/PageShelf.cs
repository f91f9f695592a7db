using Gera.Hub.Storage;
using Markdig;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Portal.Pages;

/// <summary>One version, and who wrote it as far as the log of staff still knows.</summary>
public sealed record PageEdition(PageVersion Version, string? Writer);

/// <summary>Reads pages.</summary>
public sealed class PageShelf(IDocumentStore store, HubDatabase database)
{
    public async Task<PageText?> One(PageKey key, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<PageText>(key.Id, stop);
    }

    /// <summary>All texts there are, in the order of the pages.</summary>
    public async Task<IReadOnlyList<(PageKey Key, PageText? Text)>> All(CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var texts = (await session.LoadManyAsync<PageText>(stop, PageKey.All.Select(k => k.Id))).ToDictionary(t => t.Id);
        return [.. PageKey.All.Select(k => (k, texts.GetValueOrDefault(k.Id)))];
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<PageEdition>> Editions(PageKey key, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var versions = await session.Query<PageVersion>().Where(v => v.Text == key.Id).OrderByDescending(v => v.Number).ToListAsync(stop);
        var writers = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = database.Source.CreateCommand(
            """select d."About", u."DisplayName" from people.staff_deeds d join people.users u on u."Id" = d."By" where d."Verb" = 'SavePage' and starts_with(d."About", $1)""");
        command.Parameters.AddWithValue(key.Id + "/");
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) writers[reader.GetString(0)] = reader.GetString(1);
        return [.. versions.Select(v => new PageEdition(v, writers.GetValueOrDefault(v.Id)))];
    }

    /// <summary>The words without markup.</summary>
    public static string Plain(string body) => Markdown.ToPlainText(string.Join('\n', PagePart.Of(body).Select(p => p.Words))).ReplaceLineEndings(" ").Replace("==", "", StringComparison.Ordinal).Trim();
}
