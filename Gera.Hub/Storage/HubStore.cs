using JasperFx;
using JasperFx.Events;
using Marten;
using Weasel.Core;
using Weasel.Postgresql;

namespace Gera.Hub.Storage;

/// <summary>Marten as every room finds it; a room adds its own events and documents in its door with <c>ConfigureMarten</c>.</summary>
internal static class HubStore
{
    public const string Schema = "hub";

    public static void AddHubStore(this IServiceCollection services)
    {
        services.AddMarten(provider =>
            {
                var options = new StoreOptions { DatabaseSchemaName = Schema, AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate };
                options.Connection(provider.GetRequiredService<HubDatabase>().Source);
                options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase);
                options.DisableNpgsqlLogging = true;
                options.Logger(new SilentMarten());
                options.Events.StreamIdentity = StreamIdentity.AsGuid;
                options.Events.AppendMode = EventAppendMode.Quick;
                // The unpatched lock library needs both: without them a dead leader's lock lives on for a minute.
                options.Events.UseAdvisoryLockTransaction = true;
                options.Events.UseMonitoredAdvisoryLock = false;
                foreach (var listener in provider.GetServices<IDocumentSessionListener>()) options.Listeners.Add(listener);
                return options;
            })
            .UseLightweightSessions();
    }
}
