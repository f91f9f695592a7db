using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>Begins to register a shop: a draft only its author sees, which may have gaps. The same id once more is the same shop.</summary>
public sealed record RegisterShop(Guid Shop, ShopWords Words, ShopFacts Facts) : IWish<ShopTaken>;

public sealed record ShopTaken(Guid Id, string Slug, ShopState State);

internal sealed class RegisterShopVerb : IVerb<RegisterShop, ShopTaken>
{
    private const int Most = 10;

    public Permission Needs => Permission.Account;

    public Pace? Pace => new(20, 500, TimeSpan.FromMinutes(10));

    public async Task<Answer<ShopTaken>> Do(RegisterShop wish, Deed deed)
    {
        foreach (var (_, _, refusal) in wish.Words.Faults(complete: false).Concat(wish.Facts.Faults(complete: false))) return refusal;
        if (await deed.Session.LoadAsync<Shop>(wish.Shop, deed.Stop) is { } there)
            return there.Author == deed.Person.Id ? new ShopTaken(there.Id, there.Slug, there.State) : Refusals.NotFound;
        var me = deed.Person.Id;
        if (me is not null && !ShopDesk.IsStaff(deed.Person) && await deed.Session.Query<Shop>().CountAsync(s => s.Author == me && s.State != ShopState.Closed, deed.Stop) >= Most) return MarketRefusals.TooMany;
        var words = wish.Words.Clean();
        var drafted = new ShopDrafted(wish.Shop, ShopFactChecks.Address(words.Name!, wish.Shop), me, wish.Facts, deed.Now);
        deed.Session.Events.StartStream<Shop>(wish.Shop, drafted);
        words.Add(deed.Session, wish.Shop, 1, wish.Facts, deed.Now);
        return new ShopTaken(wish.Shop, drafted.Slug, ShopState.Draft);
    }
}
