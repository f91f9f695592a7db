using Gera.Hub.Shell.Maps;

namespace Gera.Hub.Shell;

/// <summary>What every answer carries, errors and files included.</summary>
public static class Headers
{
    private const int YearInSeconds = 365 * 24 * 60 * 60;

    public static void AddHeaders(this WebApplicationBuilder builder)
    {
        var policy = new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyNoReferrer()
            .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
            .AddPermissionsPolicy(Permissions)
            .AddContentSecurityPolicy(content => Content(content, builder.Configuration.GetSection(MapOptions.Section).Get<MapOptions>()?.Origin));
        // The library sends it over HTTPS only.
        if (!builder.Environment.IsDevelopment()) policy.AddStrictTransportSecurityMaxAgeIncludeSubDomains(YearInSeconds);
        // A room that is embedded elsewhere adds a named policy and puts it on its endpoint.
        builder.Services.AddSecurityHeaderPolicies().SetDefaultPolicy(policy);
    }

    private static void Content(CspBuilder content, string? tiles)
    {
        content.AddDefaultSrc().Self();
        // No inline script and no import map anywhere, so no nonce either.
        content.AddScriptSrc().Self();
        // MudBlazor and the face declarations write styles into the document.
        content.AddStyleSrc().Self().UnsafeInline();
        var pictures = content.AddImgSrc().Self().Data();
        // A map's tiles are the one thing that may come from elsewhere, and only from where the city says.
        if (tiles is not null) pictures.From(tiles);
        // 'self' covers the WebSocket of this host in every browser since 2022; older ones fall back to long polling.
        content.AddConnectSrc().Self();
        content.AddObjectSrc().None();
        content.AddBaseUri().Self();
        content.AddFormAction().Self();
        content.AddFrameAncestors().None();
    }

    private static void Permissions(PermissionsPolicyBuilder permissions)
    {
        foreach (var feature in Unused) permissions.AddCustomFeature(feature, "()");
        // The projector fills the wall and must not fall asleep; passkeys are made and shown here.
        foreach (var feature in Used) permissions.AddCustomFeature(feature, "(self)");
    }

    private static readonly string[] Unused =
    [
        "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope", "magnetometer",
        "microphone", "midi", "payment", "picture-in-picture", "sync-xhr", "usb", "xr-spatial-tracking",
    ];

    private static readonly string[] Used = ["fullscreen", "screen-wake-lock", "publickey-credentials-get", "publickey-credentials-create"];
}
