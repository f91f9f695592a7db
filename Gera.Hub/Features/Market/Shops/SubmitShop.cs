using Gera.Hub.People;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>Hands a draft in; staff read it before everyone sees it.</summary>
public sealed record SubmitShop(Guid Shop) : IWish<Done>;

internal sealed class SubmitShopVerb : IVerb<SubmitShop, Done>
{
    public Permission Needs => Permission.Organise;

    public Task<Scope?> ScopeOf(SubmitShop wish, Deed deed) => ShopScope.Of(wish.Shop, deed);

    public async Task<Answer<Done>> Do(SubmitShop wish, Deed deed)
    {
        var held = await ShopDesk.Hold(wish.Shop, deed);
        if (!held.Granted) return held.Refusal!;
        var shop = held.Value.Shop;
        if (shop.State != ShopState.Draft) return MarketRefusals.NotADraft;
        foreach (var (_, _, refusal) in (await ShopDesk.Words(shop.Id, deed)).Faults(complete: true).Concat(shop.Facts.Faults(complete: true))) return refusal;
        held.Value.Append(new ShopHandedIn(deed.Person.Id, deed.Now));
        return new Done();
    }
}
