using System.ComponentModel.DataAnnotations;

namespace Gera.Hub.Storage;

/// <summary>The section <c>Hub</c> of the settings; each key is explained in <c>appsettings.json</c>.</summary>
public sealed class HubOptions
{
    public const string Section = "Hub";

    /// <summary>Demo people and a town that lives. Null: on exactly when no connection string is given.</summary>
    public bool? Demo { get; init; }

    [Required(ErrorMessage = "Hub:DataDirectory must name a folder for the embedded database and the logs.")]
    public string DataDirectory { get; init; } = "var";

    /// <summary>Empties the embedded database before the start.</summary>
    public bool Fresh { get; init; }

    /// <summary>Where people reach the hub, without a slash at the end; links and QR codes are made from it. Null: the first address the hub listens on.</summary>
    [RegularExpression("^https?://[^/]+$", ErrorMessage = "Hub:PublicAddress must look like https://hub.example.org, without a path.")]
    public string? PublicAddress { get; init; }

    /// <summary>Addresses of reverse proxies whose X-Forwarded-* headers are believed.</summary>
    public string[] TrustedProxies { get; init; } = [];

    /// <summary>Names of hosts inside the house whose calendars may be taken in nevertheless.</summary>
    public string[] TrustedFeeds { get; init; } = [];

    /// <summary>Where OpenTelemetry data goes (OTLP over gRPC). Null: nowhere.</summary>
    [RegularExpression("^https?://.+$", ErrorMessage = "Hub:Telemetry must be an http(s) address of an OTLP collector.")]
    public string? Telemetry { get; init; }
}
