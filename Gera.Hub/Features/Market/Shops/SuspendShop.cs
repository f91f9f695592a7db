using Gera.Hub.People;
using Gera.Hub.People.Notices;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>Takes a shop away from everyone's view at once, with a reason its people read.</summary>
public sealed record SuspendShop(Guid Shop, string? Reason) : IWish<Done>;

internal sealed class SuspendShopVerb(Noticeboard board) : IVerb<SuspendShop, Done>
{
    public Permission Needs => Permission.Edit;

    public Task<Scope?> ScopeOf(SuspendShop wish, Deed deed) => ShopScope.Of(wish.Shop, deed);

    public async Task<Answer<Done>> Do(SuspendShop wish, Deed deed)
    {
        if (ShopDesk.CheckTalk(wish.Reason, required: true) is { } bad) return bad;
        var held = await ShopDesk.Hold(wish.Shop, deed);
        if (!held.Granted) return held.Refusal!;
        var shop = held.Value.Shop;
        var suspended = shop.Suspend(deed.Person.Id, deed.Now);
        if (!suspended.Granted) return suspended.Refusal!;
        held.Value.Append(suspended.Value);
        ShopDesk.Say(shop.Id, wish.Reason, staff: true, deed);
        var name = (await ShopDesk.Words(shop.Id, deed)).Name;
        foreach (var person in await ShopDesk.People(shop, deed))
            board.Tell(deed.Session, person, MarketNotices.Reviewed, shop.Id.ToString(), new { name, outcome = "suspended" }, $"/markt/{shop.Slug}/betrieb");
        return new Done();
    }
}
