using Gera.Hub.People;
using Gera.Hub.Shell;

namespace Gera.Hub.Features.Portal.Home;

/// <summary>Arranges the home page.</summary>
/// <param name="Seen">Edition the editor started from.</param>
/// <param name="Keys">Of all sections, in their new order.</param>
/// <param name="Hidden">Keys of those nobody is to see.</param>
public sealed record ArrangeHome(int Seen, IReadOnlyList<string> Keys, IReadOnlyList<string> Hidden) : IWish<Done>;

internal sealed class ArrangeHomeVerb(IEnumerable<HomeSection> sections) : IVerb<ArrangeHome, Done>
{
    public Permission Needs => Permission.Edit;

    public async Task<Answer<Done>> Do(ArrangeHome wish, Deed deed)
    {
        var known = sections.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        if (wish.Keys.Concat(wish.Hidden).Any(k => !known.Contains(k)) || wish.Keys.Distinct().Count() != wish.Keys.Count) return Refusals.Malformed;
        var before = await deed.Session.LoadAsync<HomeOrder>(HomeOrder.Only, deed.Stop) ?? HomeOrder.Untouched;
        if (before.Edition != wish.Seen) return HomeRefusals.Changed;
        deed.Session.Store(new HomeOrder(HomeOrder.Only, wish.Seen + 1, [.. wish.Keys], [.. wish.Hidden.Distinct()]));
        return new Done();
    }
}

/// <summary>Every "no" about the home page.</summary>
public static class HomeRefusals
{
    public static readonly Refusal Changed = new("home_changed", "Jemand anderes hat die Startseite inzwischen umgestellt. Bitte sehen Sie sich die neue Reihenfolge an.", "Someone else has rearranged the home page meanwhile. Please look at the new order.");
}
