using Gera.Hub.People;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>Changes what a shop says of itself. A draft may have gaps; what is handed in or out must stay complete.</summary>
/// <param name="Edition">The version that was read; another means somebody was faster.</param>
public sealed record WriteShop(Guid Shop, int Edition, ShopWords Words, ShopFacts Facts) : IWish<Done>;

internal sealed class WriteShopVerb : IVerb<WriteShop, Done>
{
    public Permission Needs => Permission.Organise;

    public Pace? Pace => new(100, 2_000, TimeSpan.FromMinutes(10));

    public Task<Scope?> ScopeOf(WriteShop wish, Deed deed) => ShopScope.Of(wish.Shop, deed);

    public async Task<Answer<Done>> Do(WriteShop wish, Deed deed)
    {
        var held = await ShopDesk.Hold(wish.Shop, deed);
        if (!held.Granted) return held.Refusal!;
        var shop = held.Value.Shop;
        if (shop.Edition != wish.Edition) return MarketRefusals.ReadAgain;
        var complete = shop.State != ShopState.Draft;
        foreach (var (_, _, refusal) in wish.Words.Faults(complete).Concat(wish.Facts.Faults(complete))) return refusal;
        var written = new ShopWritten(shop.Edition + 1, wish.Facts, deed.Person.Id, deed.Now);
        held.Value.Append(written);
        wish.Words.Clean().Add(deed.Session, shop.Id, written.Edition, wish.Facts, deed.Now);
        return new Done();
    }
}
