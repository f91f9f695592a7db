using Gera.Hub.Features.Portal.Newsletter;
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
        services.AddNewsletter();
        return builder;
    }

    public static WebApplication MapPortal(this WebApplication app)
    {
        app.MapSearch();
        app.MapPress();
        app.MapNewsletter();
        return app;
    }
}
