using Gera.Hub.People;
using Gera.Hub.People.Notices;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>Shows a suspended shop again.</summary>
public sealed record ReactivateShop(Guid Shop) : IWish<Done>;

internal sealed class ReactivateShopVerb(Noticeboard board) : IVerb<ReactivateShop, Done>
{
    public Permission Needs => Permission.Edit;

    public Task<Scope?> ScopeOf(ReactivateShop wish, Deed deed) => ShopScope.Of(wish.Shop, deed);

    public async Task<Answer<Done>> Do(ReactivateShop wish, Deed deed)
    {
        var held = await ShopDesk.Hold(wish.Shop, deed);
        if (!held.Granted) return held.Refusal!;
        var shop = held.Value.Shop;
        var reactivated = shop.Reactivate(deed.Person.Id, deed.Now);
        if (!reactivated.Granted) return reactivated.Refusal!;
        held.Value.Append(reactivated.Value);
        var name = (await ShopDesk.Words(shop.Id, deed)).Name;
        foreach (var person in await ShopDesk.People(shop, deed))
            board.Tell(deed.Session, person, MarketNotices.Reviewed, shop.Id.ToString(), new { name, outcome = "reactivated" }, $"/markt/{shop.Slug}/betrieb");
        return new Done();
    }
}
