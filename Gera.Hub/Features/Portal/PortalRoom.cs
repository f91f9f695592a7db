using Gera.Hub.Features.Portal.Press;
using Gera.Hub.Features.Portal.Search;

namespace Gera.Hub.Features.Portal;

/// <summary>The room's door: the home page, the press, and the search over all rooms.</summary>
public static class PortalRoom
{
    public static WebApplicationBuilder AddPortal(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSearch();
        services.AddPress();
        return builder;
    }

    public static WebApplication MapPortal(this WebApplication app)
    {
        app.MapSearch();
        app.MapPress();
        return app;
    }
}
