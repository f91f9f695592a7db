using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Gera.Hub.Tests.Testing;

/// <summary>A real OpenID Connect provider on the loopback, for which somebody is always logged in. Its answers can be forged on their last step.</summary>
public sealed class CityProvider : IAsyncDisposable
{
    public const string ClientId = "gera-hub", Secret = "Kranich-Brunnen-27";

    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "stadt" };
    private readonly RsaSecurityKey foreign = new(RSA.Create(2048)) { KeyId = "stadt" };
    private readonly WebApplication app;

    private CityProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.RegisterScopes("openid", "email", "profile").EnableDegradedMode().AddEphemeralEncryptionKey().AddSigningKey(key);
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(Check));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(Check));
            server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(Answer));
            server.AddEventHandler<ApplyTokenResponseContext>(handler => handler.UseInlineHandler(Issue).SetOrder(int.MinValue));
        });
        app = builder.Build();
        app.UseAuthentication();
    }

    /// <summary>How an ID token is spoilt before it is handed out.</summary>
    public enum Forgery
    {
        None,
        Issuer,
        Audience,
        Nonce,
        Expired,
        Key,
        Unsigned,
    }

    public Uri Address => new(app.Urls.First());

    /// <summary>Who is logged in there.</summary>
    public Citizen Person { get; set; } = new("nobody", null, false, null);

    /// <summary>They press "cancel".</summary>
    public bool Cancels { get; set; }

    public Forgery Forges { get; set; }

    /// <summary>What the hub asked last.</summary>
    public OpenIddictRequest? Asked { get; private set; }

    public (string, string)[] Settings =>
    [
        ("OpenId:Authority", Address.ToString()), ("OpenId:ClientId", ClientId), ("OpenId:ClientSecret", Secret), ("OpenId:Label", "Mit dem Ausweis anmelden"),
        ("OpenId:Claims:Resident", "wohnort"), ("OpenId:Claims:ResidentValue", "16052"),
    ];

    public static async Task<CityProvider> Start()
    {
        var provider = new CityProvider();
        await provider.app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static ValueTask Check(ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId != ClientId || context.RedirectUri?.EndsWith("/anmelden/stadt/zurueck", StringComparison.Ordinal) != true) context.Reject(OpenIddictConstants.Errors.InvalidClient);
        return default;
    }

    private static ValueTask Check(ValidateTokenRequestContext context)
    {
        if (context.ClientId != ClientId || context.ClientSecret != Secret) context.Reject(OpenIddictConstants.Errors.InvalidClient);
        return default;
    }

    private ValueTask Answer(HandleAuthorizationRequestContext context)
    {
        Asked = context.Request;
        if (Cancels)
        {
            context.Reject(OpenIddictConstants.Errors.AccessDenied, "<script>alert(1)</script>");
            return default;
        }
        var identity = new ClaimsIdentity("stadt", "name", "role");
        identity.AddClaim(new Claim("sub", Person.Subject));
        if (Person.Mail is not null) identity.AddClaim(new Claim("email", Person.Mail));
        identity.AddClaim(new Claim("email_verified", Person.MailConfirmed ? "true" : "false", ClaimValueTypes.Boolean));
        if (Person.Name is not null) identity.AddClaim(new Claim("name", Person.Name));
        if (Person.Town is not null) identity.AddClaim(new Claim("wohnort", Person.Town));
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
        context.Principal = new ClaimsPrincipal(identity).SetScopes("openid", "email", "profile");
        return default;
    }

    private ValueTask Issue(ApplyTokenResponseContext context)
    {
        if (context.Response.IdToken is not { } token || Forges == Forgery.None) return default;
        var parts = token.Split('.');
        var claims = JsonNode.Parse(Base64UrlEncoder.Decode(parts[1]))!.AsObject();
        switch (Forges)
        {
            case Forgery.Issuer: claims["iss"] = "https://boese.example/"; break;
            case Forgery.Audience: claims["aud"] = "another-hub"; break;
            case Forgery.Nonce: claims["nonce"] = "638000000000000000.anybodys"; break;
            case Forgery.Expired:
                claims["exp"] = claims["exp"]!.GetValue<long>() - 86_400;
                claims["iat"] = claims["iat"]!.GetValue<long>() - 86_400;
                claims.Remove("nbf");
                break;
        }
        context.Response.IdToken = Forges == Forgery.Unsigned
            ? $"{Base64UrlEncoder.Encode("{\"alg\":\"none\",\"typ\":\"JWT\"}")}.{Base64UrlEncoder.Encode(claims.ToJsonString())}."
            : new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(claims.ToJsonString(), new SigningCredentials(Forges == Forgery.Key ? foreign : key, SecurityAlgorithms.RsaSha256));
        return default;
    }
}

/// <summary>Somebody as the provider knows them.</summary>
/// <param name="Town">Where they live, as the key of the town.</param>
public sealed record Citizen(string Subject, string? Mail, bool MailConfirmed, string? Name, string? Town = null)
{
    public static Citizen New(string name, bool confirmed = true, string? town = null) =>
        new($"{name}-{RandomNumberGenerator.GetHexString(12)}", People.Accounts.Newcomer.Mail(name), confirmed, name, town);
}
