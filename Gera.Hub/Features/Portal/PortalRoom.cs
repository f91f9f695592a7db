namespace Gera.Hub.Features.Portal;

public static class PortalRoom
{
    public static WebApplicationBuilder AddPortal(this WebApplicationBuilder builder) => builder;

    /// <summary>The portal's pages are found by their routes; it has no endpoints of its own yet.</summary>
    public static WebApplication MapPortal(this WebApplication app) => app;
}
