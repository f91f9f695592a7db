using System.Globalization;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Gera.Hub.Storage;

/// <summary>Logs (console and a rolling file), and metrics and traces once an address for them is set. None of them holds a name, an address or a choice.</summary>
internal static class Telemetry
{
    /// <summary>Files of logs kept, one a day.</summary>
    private const int Days = 14;

    /// <returns>Loggers of the hub, for what happens before it is built.</returns>
    public static ILoggerFactory AddTelemetry(this WebApplicationBuilder builder)
    {
        var hub = builder.Configuration.GetSection(HubOptions.Section).Get<HubOptions>() ?? new HubOptions();
        var log = new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
            .Filter.ByExcluding(IsSaidElsewhere)
            .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(Path.Combine(hub.DataDirectory, "logs", "hub-.log"), formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: Days, shared: true)
            .CreateLogger();
        // A provider, not the factory: Serilog's own factory makes a new logger at each asking, and SignalR asks four times per connection (3 KB of each voter).
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddSerilog(log, dispose: true);
        if (hub.Telemetry is { } collector) builder.Export(new Uri(collector));
        return new SerilogLoggerFactory(log);
    }

    private static void Export(this WebApplicationBuilder builder, Uri collector) => builder.Services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService("gera-hub"))
        .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter("Gera.Hub", "Npgsql", "Marten"))
        .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddNpgsql().AddSource("Gera.Hub", "Marten"))
        .UseOtlpExporter(OpenTelemetry.Exporter.OtlpExportProtocol.Grpc, collector);

    /// <summary>The framework reports a refusal with its stack: one on the hub, which the hub logs in a line, and one at the start, which is printed as a sentence.</summary>
    private static bool IsSaidElsewhere(LogEvent said) => said.Exception is { } e
        && (e.GetType().Name == "HubException" || StartRefused.Sentence(e) is not null && said.Properties.GetValueOrDefault("SourceContext") is ScalarValue { Value: string source } && source.StartsWith("Microsoft.Extensions.Hosting", StringComparison.Ordinal));
}
