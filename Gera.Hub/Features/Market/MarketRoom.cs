using Gera.Hub.Features.Market.Pages;
using Gera.Hub.Features.Market.Shops;
using Gera.Hub.People;
using Gera.Hub.People.Admin;
using Gera.Hub.People.Data;
using Gera.Hub.People.Grants;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using JasperFx.Events.Projections;
using Marten;

namespace Gera.Hub.Features.Market;

/// <summary>The room's door: shops, restaurants, crafts and services of the region, and what they offer.</summary>
public static class MarketRoom
{
    public static void AddMarket(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.ConfigureMarten(options =>
        {
            options.Projections.Snapshot<Shop>(SnapshotLifecycle.Inline);
            options.Schema.For<Shop>().Duplicate(s => s.Slug).UniqueIndex(s => s.Slug)
                .Duplicate(s => s.State).Duplicate(s => s.Kind).Duplicate(s => s.District!).Duplicate(s => s.Services).Duplicate(s => s.Author!).Duplicate(s => s.ChangedAt);
        });
        services.AddMarketTables();
        services.AddMarketNotices();
        ShopSearch.Add(services);
        services.AddSingleton<ShopList>().AddSingleton<ShopLook>().AddSingleton<ShopQueue>();
        services.AddSingleton(provider => new RoleScopes(Role.ShopOwner, (slug, stop) => Exists(provider.GetRequiredService<IDocumentStore>(), slug, stop), []));
        services.AddScoped<IPersonalData, ShopData>().AddScoped<IMyDeeds, ShopDeeds>();
        services.AddSingleton(new NavEntry("/markt", "NavMarket", typeof(MarketTexts), 27));
        services.AddSingleton(new AdminSection("/markt/leitung", "MarketDesk", typeof(MarketTexts), Permission.Edit, 38));
        services.AddSingleton(new HomeSection(typeof(HomeShops), 14) { Texts = typeof(MarketTexts), TextKey = "HomeTitle" });
        services.AddSeed<MarketSeeds>(45);
    }

    public static void MapMarket(this WebApplication app)
    {
        ShopForms.Map(app);
        ShopFiles.Map(app);
    }

    private static async Task<bool> Exists(IDocumentStore store, string slug, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.Query<Shop>().AnyAsync(s => s.Slug == slug && s.State != ShopState.Closed, stop);
    }
}
