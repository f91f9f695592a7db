using System.Security.Cryptography;
using System.Text;

namespace Gera.Hub.Features.Portal.Pages;

/// <summary>How a page is told. Stored and part of addresses of editors, so names never change.</summary>
public enum PageVariant
{
    Standard,

    /// <summary>Leichte Sprache: short sentences, one thought each.</summary>
    Easy,

    /// <summary>Gebärdensprache: a video, with its words below.</summary>
    Sign,
}

/// <summary>One text of the hub: which page, told how, in which language.</summary>
public sealed record PageKey(string Page, PageVariant Variant, string Language)
{
    /// <summary>Pages that exist; the two last are the ways in to their variants.</summary>
    public static readonly IReadOnlyList<string> Pages = ["kontakt", "regeln", "impressum", "datenschutz", "barrierefreiheit", EasyRoot, SignRoot];

    private const string German = Gera.Hub.Shell.Language.German, English = Gera.Hub.Shell.Language.English;

    public const string EasyRoot = "leichte-sprache", SignRoot = "gebaerdensprache";

    public static IReadOnlyList<PageKey> All { get; } = [.. Pages.SelectMany(Of)];

    /// <summary>The texts one page may have: simple and signed ones are German only.</summary>
    public static IEnumerable<PageKey> Of(string page)
    {
        yield return new(page, PageVariant.Standard, German);
        yield return new(page, PageVariant.Standard, English);
        if (page is EasyRoot or SignRoot) yield break;
        yield return new(page, PageVariant.Easy, German);
        yield return new(page, PageVariant.Sign, German);
    }

    /// <summary>The text at a path that everybody reads, in that language where it is told in it.</summary>
    public static PageKey? At(PathString path, string language) =>
        All.Where(k => path.Equals(k.Address, StringComparison.OrdinalIgnoreCase)).OrderByDescending(k => k.Language == language).FirstOrDefault();

    /// <summary>The same page told another way; null where it is not.</summary>
    public PageKey? As(PageVariant variant) => Of(Page).FirstOrDefault(k => k.Variant == variant);

    public static PageKey? Read(string? page, string? variant, string? language) =>
        All.FirstOrDefault(k => k.Page == page && k.Variant.ToString().Equals(variant, StringComparison.OrdinalIgnoreCase) && k.Language == language);

    /// <summary>Id of the document.</summary>
    public string Id => $"{Page}/{Variant}/{Language}".ToLowerInvariant();

    /// <summary>The same for the search, which knows numbers only.</summary>
    public Guid Number => new(SHA256.HashData(Encoding.UTF8.GetBytes("seite/" + Id)).AsSpan(0, 16));

    /// <summary>Where everybody reads it.</summary>
    public string Address => Variant switch
    {
        PageVariant.Easy => $"/{EasyRoot}/{Page}",
        PageVariant.Sign => $"/{SignRoot}/{Page}",
        _ => "/" + Page,
    };

    /// <summary>Where editors write it.</summary>
    public string Desk => $"/verwaltung/seiten/{Id}";

    /// <summary>For <c>lang</c>: "simple" is the registered subtag for simplified language.</summary>
    public string Tag => Variant == PageVariant.Easy ? "de-simple" : Language;
}
