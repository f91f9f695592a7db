using Gera.Hub.Shell;

namespace Gera.Hub.Features.Portal.Home;

/// <summary>Which sections the home page has, and in which order.</summary>
/// <param name="read">The order that editors made; null where they made none.</param>
public sealed class HomePlan(IEnumerable<HomeSection> sections, Func<CancellationToken, Task<HomeOrder?>> read)
{
    public async Task<HomeOrder> Order(CancellationToken stop) => await read(stop) ?? HomeOrder.Untouched;

    /// <summary>All there are, arranged: what a room added since comes behind the last that its room wanted in front of it.</summary>
    public IReadOnlyList<HomeSection> Arranged(HomeOrder order)
    {
        var natural = sections.OrderBy(s => s.Order).ToList();
        var arranged = order.Keys.Select(key => natural.FirstOrDefault(s => s.Key == key)).OfType<HomeSection>().Distinct().ToList();
        foreach (var added in natural.Except(arranged).ToArray()) arranged.Insert(arranged.FindLastIndex(s => s.Order <= added.Order) + 1, added);
        return arranged;
    }

    public async Task<IReadOnlyList<HomeSection>> Shown(CancellationToken stop)
    {
        var order = await Order(stop);
        return [.. Arranged(order).Where(s => !order.Hidden.Contains(s.Key))];
    }
}
