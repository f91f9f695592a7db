using Microsoft.Extensions.Options;

namespace Gera.Hub.Storage.Files;

/// <summary>What keeps files; called from the room's door.</summary>
internal static class FileParts
{
    public static void AddFiles(this IServiceCollection services)
    {
        services.AddOptions<FileOptions>().BindConfiguration(FileOptions.Section, o => o.ErrorOnUnknownConfiguration = true).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IShelf>(provider => provider.GetRequiredService<IOptions<FileOptions>>().Value.S3 is { Server.Length: > 0 } s3
            ? new S3Shelf(s3)
            : ActivatorUtilities.CreateInstance<DiskShelf>(provider));
        services.AddSingleton<FileStore>();
        services.AddSingleton<FileSweep>().AddHostedService(provider => provider.GetRequiredService<FileSweep>());
        services.AddSingleton(new Migration(async (provider, stop) =>
        {
            await using var command = provider.GetRequiredService<HubDatabase>().Source.CreateCommand(FileStore.Sql);
            await command.ExecuteNonQueryAsync(stop);
        }));
    }
}
