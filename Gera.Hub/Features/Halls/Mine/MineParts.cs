using Gera.Hub.People.Data;

namespace Gera.Hub.Features.Halls.Mine;

/// <summary>What the halls give to a person's own pages.</summary>
internal static class MineParts
{
    public static void AddMine(this IServiceCollection services)
    {
        services.AddScoped<HallTraces>().AddScoped<IPersonalData, HallData>().AddScoped<IMyDeeds, HallDeeds>();
    }
}
