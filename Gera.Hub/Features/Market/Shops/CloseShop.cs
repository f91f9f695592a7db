using Gera.Hub.People;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>Takes a shop off the market for good, or drops its draft; what it said of itself goes with it.</summary>
public sealed record CloseShop(Guid Shop) : IWish<Done>;

internal sealed class CloseShopVerb : IVerb<CloseShop, Done>
{
    public Permission Needs => Permission.Organise;

    public Task<Scope?> ScopeOf(CloseShop wish, Deed deed) => ShopScope.Of(wish.Shop, deed);

    public async Task<Answer<Done>> Do(CloseShop wish, Deed deed)
    {
        var held = await ShopDesk.Hold(wish.Shop, deed);
        if (!held.Granted) return held.Refusal!;
        held.Value.Append(new ShopClosed(deed.Person.Id, deed.Now));
        deed.Session.QueueSqlCommand("delete from market.words where shop = ?", wish.Shop);
        return new Done();
    }
}
