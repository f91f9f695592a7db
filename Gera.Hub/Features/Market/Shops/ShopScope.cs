using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>Which shop a wish is about, as far as permission is concerned; of one that is not out only its own people and editors know.</summary>
internal static class ShopScope
{
    public static async Task<Scope?> Of(Guid id, Deed deed)
    {
        if (await deed.Session.LoadAsync<Shop>(id, deed.Stop) is not { State: not ShopState.Closed } shop) return null;
        var isOf = shop.IsOf(deed.Person);
        return isOf || shop.IsPublished || ShopDesk.IsStaff(deed.Person) ? new Scope(Owner: isOf ? deed.Person.Id : null) { About = shop.Slug } : null;
    }
}
