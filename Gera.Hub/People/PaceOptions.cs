using System.ComponentModel.DataAnnotations;
using Gera.Hub.Storage;
using Microsoft.Extensions.Options;

namespace Gera.Hub.People;

/// <summary>The section <c>Paces</c> of the settings; each key is explained in <c>appsettings.json</c>.</summary>
public sealed class PaceOptions
{
    public const string Section = "Paces";

    /// <summary>Factor in demo mode, where a crowd of invented people comes from one machine.</summary>
    public const int DemoAddresses = 1000;

    [Range(1, 100_000, ErrorMessage = "Paces:Addresses must be between 1 and 100,000.")]
    public int? Addresses { get; init; }

    [Range(1, 100_000, ErrorMessage = "Paces:Persons must be between 1 and 100,000.")]
    public int Persons { get; init; } = 1;
}

internal static class PaceParts
{
    public static void AddPaces(this IServiceCollection services)
    {
        services.AddOptions<PaceOptions>().BindConfiguration(PaceOptions.Section, o => o.ErrorOnUnknownConfiguration = true).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var (set, demo) = (provider.GetRequiredService<IOptions<PaceOptions>>().Value, provider.GetRequiredService<DemoMode>());
            return new Paces(provider.GetRequiredService<TimeProvider>(), set.Persons, set.Addresses ?? (demo.IsOn ? PaceOptions.DemoAddresses : 1));
        });
    }
}
