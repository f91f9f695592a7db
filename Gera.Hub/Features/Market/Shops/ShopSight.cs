namespace Gera.Hub.Features.Market.Shops;

/// <summary>Who may see a shop: the one rule for pages, lists, exports, map and search. Each of them asks the database with these words, so that a suspended shop is gone everywhere at once.</summary>
internal static class ShopSight
{
    /// <summary>Where shops stand; queries call it <c>s</c>.</summary>
    public const string Table = "hub.mt_doc_shop";

    public const string Everyone = "s.state = 'Published'";
}
