namespace Gera.Hub.Shell;

/// <summary>
/// A link in the head of every page: for everybody in the menu (and again in the footer), for a role among the account's links.
/// A room registers it in its door: <c>builder.Services.AddSingleton(new NavEntry("/live", "NavHall", typeof(HallTexts), 10));</c>
/// The menu is one line from 1,000 pixels on: words are short, and what is not a room of its own belongs into the footer.
/// </summary>
/// <param name="Href">A route that exists, with a leading slash.</param>
/// <param name="TextKey">Key of the link's words in <paramref name="Texts"/>.</param>
/// <param name="Texts">The room's marker class for its resources.</param>
/// <param name="Order">Smaller comes first; rooms leave gaps.</param>
/// <param name="Role">When set, only people with this role see the link. It hides, it does not protect: the door does.</param>
public sealed record NavEntry(string Href, string TextKey, Type Texts, int Order, string? Role = null);
