using Gera.Hub.People;
using Gera.Hub.People.Grants;
using Gera.Hub.People.Notices;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>Approves what was handed in, or sends it back with a reason. With the first approval whoever registered it gets the role for this shop.</summary>
/// <param name="Edition">The version that was read; another is not approved unread.</param>
public sealed record ReviewShop(Guid Shop, int Edition, bool Approve, string? Reason) : IWish<Done>;

internal sealed class ReviewShopVerb(Noticeboard board) : IVerb<ReviewShop, Done>
{
    public Permission Needs => Permission.Edit;

    public Task<Scope?> ScopeOf(ReviewShop wish, Deed deed) => ShopScope.Of(wish.Shop, deed);

    public async Task<Answer<Done>> Do(ReviewShop wish, Deed deed)
    {
        if (ShopDesk.CheckTalk(wish.Reason, required: !wish.Approve) is { } bad) return bad;
        var held = await ShopDesk.Hold(wish.Shop, deed);
        if (!held.Granted) return held.Refusal!;
        var shop = held.Value.Shop;
        var decided = shop.Review(wish.Edition, wish.Approve, deed.Person.Id, deed.Now);
        if (!decided.Granted) return decided.Refusal!;
        held.Value.Append(decided.Value);
        ShopDesk.Say(shop.Id, wish.Reason, staff: true, deed);
        var words = await ShopDesk.Words(shop.Id, deed);
        foreach (var person in await ShopDesk.People(shop, deed))
        {
            if (wish.Approve && !shop.WasOut && !await deed.Find<bool>("select exists (select from people.grants where \"UserId\" = $1 and \"Role\" = $2 and \"Scope\" = $3 and \"EndedAt\" is null)", person, Role.ShopOwner, shop.Slug))
                GrantRoleVerb.Give(deed, person, Role.ShopOwner, shop.Slug, deed.Person.Id, "Betrieb freigegeben");
            board.Tell(deed.Session, person, MarketNotices.Reviewed, shop.Id.ToString(), new { name = words.Name, outcome = wish.Approve ? "approved" : "back" }, $"/markt/{shop.Slug}/betrieb");
        }
        return new Done();
    }
}
