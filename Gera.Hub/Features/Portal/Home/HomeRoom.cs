using Gera.Hub.People;
using Gera.Hub.People.Admin;
using Gera.Hub.Shell;
using Marten;

namespace Gera.Hub.Features.Portal.Home;

/// <summary>The home page: sections that rooms contribute, in an order that editors make; called from the portal's door.</summary>
internal static class HomeRoom
{
    public static void AddHome(this IServiceCollection services)
    {
        services.ConfigureMarten(options => options.Schema.For<HomeOrder>());
        services.AddSingleton(provider => new HomePlan(provider.GetServices<HomeSection>(), async stop =>
        {
            await using var session = provider.GetRequiredService<IDocumentStore>().QuerySession();
            return await session.LoadAsync<HomeOrder>(HomeOrder.Only, stop);
        }));
        foreach (var (component, order) in new[] { (typeof(HomePromises), 80), (typeof(HomeOffline), 85), (typeof(HomeRoad), 90) })
            services.AddSingleton(new HomeSection(component, order) { Texts = typeof(PortalTexts), TextKey = "Section_" + component.Name });
        services.AddSingleton(new AdminSection("/verwaltung/startseite", "HomeDesk", typeof(PortalTexts), Permission.Edit, 39));
    }
}
