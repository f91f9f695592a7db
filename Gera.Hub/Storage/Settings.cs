namespace Gera.Hub.Storage;

/// <summary>Where the hub finds itself: its pages' files and its one settings file, from whatever folder it is started.</summary>
internal static class Settings
{
    /// <summary>A published hub has its files beside it; one started from the sources finds them through the build's list.</summary>
    public static WebApplicationOptions Host(string[] args) => new()
    {
        Args = args,
        ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
    };

    /// <summary>The settings file beside the program, below everything that is said by environment or command line.</summary>
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        var file = new Microsoft.Extensions.Configuration.Json.JsonConfigurationSource { Path = Path.Combine(AppContext.BaseDirectory, "appsettings.json"), Optional = false, ReloadOnChange = false };
        file.ResolveFileProvider();
        builder.Configuration.Sources.Insert(0, file);
        if (!builder.Environment.ContentRootPath.StartsWith(AppContext.BaseDirectory.TrimEnd('/'), StringComparison.Ordinal)) builder.WebHost.UseStaticWebAssets();
    }
}
