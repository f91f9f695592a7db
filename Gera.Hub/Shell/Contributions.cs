
namespace Gera.Hub.Shell;

// What rooms give to pages they do not know. A room registers instances in its door:
// builder.Services.AddSingleton(new NavEntry("/live", "NavHall", typeof(HallTexts), 10));

/// <summary>A link in the header (and again in the footer) of every page.</summary>
/// <param name="Href">A route that exists, with a leading slash.</param>
/// <param name="TextKey">Key of the link's words in <paramref name="Texts"/>.</param>
/// <param name="Texts">The room's marker class for its resources.</param>
/// <param name="Order">Smaller comes first; rooms leave gaps of ten.</param>
/// <param name="Role">When set, only people with this role see the link. It hides, it does not protect: the door does.</param>
public sealed record NavEntry(string Href, string TextKey, Type Texts, int Order, string? Role = null);

/// <summary>A link that only the footer carries: imprint, privacy and the like.</summary>
public sealed record FooterEntry(string Href, string TextKey, Type Texts, int Order);

/// <summary>A section of the home page, rendered statically between the hero and what the hub says of itself.</summary>
/// <param name="Component">A component without parameters; it renders nothing when it has nothing to say.</param>
/// <param name="Order">Smaller comes first.</param>
public sealed record HomeSection(Type Component, int Order);

public static class ContributionParts
{
    /// <summary>The words of a contributed link, in the reader's language.</summary>
    public static string Words(this Microsoft.Extensions.Localization.IStringLocalizerFactory texts, Type room, string key) =>
        texts.Create(room)[key];
}
