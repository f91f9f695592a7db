using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.House;

/// <summary>Every address of the running program that answers GET, as its routes tell, so that a new one is walked without being listed.</summary>
internal static class Endpoints
{
    /// <summary>With the given values for the parameters of their routes; files that are only copied are left out.</summary>
    public static string[] Readable(RunningHub hub, string code, string poll, string card = "1") =>
    [
        .. hub.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: var methods } || methods.Contains("GET"))
            .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
            .Select(e => "/" + string.Concat(e.RoutePattern.PathSegments.Select((segment, n) => (n == 0 ? "" : "/") + string.Concat(segment.Parts.Select(part => Filled(part, code, poll, card))))))
            .Where(path => !path.StartsWith("/_", StringComparison.Ordinal) && !path.StartsWith("/hubs/", StringComparison.Ordinal) && !path.Contains('*', StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal),
    ];

    private static string Filled(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part, string code, string poll, string card) => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { IsCatchAll: true } => "*",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => parameter.Name.ToUpperInvariant() switch
        {
            "CODE" => code,
            "POLL" or "ID" => poll,
            "DOCUMENTNAME" => "v1",
            _ => card,
        },
        _ => "",
    };
}
