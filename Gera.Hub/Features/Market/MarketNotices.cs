using Gera.Hub.People;
using Gera.Hub.People.Follows;
using Gera.Hub.People.Notices;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Market;

/// <summary>What a shop's people are told, and that shops can be followed; names are stored, so they never change.</summary>
internal static class MarketNotices
{
    public const string Reviewed = "shop-reviewed";

    private const string ShopKey = "shop";

    public static string Target(Guid shop) => $"{ShopKey}:{shop}";

    public static void AddMarketNotices(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var texts = provider.GetRequiredService<IStringLocalizer<MarketTexts>>();
            return new NoticeKind(Reviewed, typeof(MarketTexts), "Notice_" + Reviewed, Rhythm.AtOnce, (data, _) => texts["Notice_Reviewed_" + data.GetProperty("outcome").GetString(), data.GetProperty("name").GetString()!]);
        });
        services.AddSingleton(new FollowKind(ShopKey, async (provider, key, stop) =>
            Guid.TryParse(key, out var id) && await provider.GetRequiredService<Shops.ShopLook>().Public(id, stop) is { } view ? new Followed(view.Words.Name!, $"/markt/{view.Shop.Slug}") : null));
    }
}
