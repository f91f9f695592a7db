using Gera.Hub.Features.Portal.Home;
using Gera.Hub.Features.Portal.Newsletter;
using Gera.Hub.Features.Portal.Pages;
using Gera.Hub.Features.Portal.Press;
using Gera.Hub.Features.Portal.Search;
using Gera.Hub.Features.Portal.Videos;
using Gera.Hub.Features.Portal.Voices;

namespace Gera.Hub.Features.Portal;

/// <summary>The room's door: the home page, the press, pages of the city, voices, videos, and the search over all rooms.</summary>
public static class PortalRoom
{
    public static WebApplicationBuilder AddPortal(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSearch();
        services.AddPress();
        services.AddNewsletter();
        services.AddHome();
        services.AddPages();
        services.AddVoices();
        services.AddVideos();
        return builder;
    }

    public static WebApplication MapPortal(this WebApplication app)
    {
        app.MapSearch();
        app.MapPress();
        app.MapNewsletter();
        app.MapPages();
        app.MapVoices();
        app.MapVideos();
        return app;
    }
}
