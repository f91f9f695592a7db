using Gera.Hub.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Gera.Hub.People.Accounts.OpenId;

/// <summary>The log-in with an identity that the city or the country gives, where the settings name a provider.</summary>
internal static class OpenIdParts
{
    public const string Scheme = "openid";

    /// <summary>Where the provider sends people back to; registered with it.</summary>
    public const string BackPath = "/anmelden/stadt/zurueck";

    private const string Start = "/anmelden/stadt", StartLinking = "/konto/stadt";

    public static void AddOpenId(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<OpenIdOptions>().BindConfiguration(OpenIdOptions.Section, o => o.ErrorOnUnknownConfiguration = true).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Proofs>().AddScoped<LinkedLogIns>();
        if (Of(builder.Configuration) is { IsOn: true } settings)
            services.AddAuthentication().AddOpenIdConnect(Scheme, options => Shape(options, settings, builder.Configuration));
    }

    public static void MapOpenId(this WebApplication app)
    {
        if (!Of(app.Configuration).IsOn) return;
        // Links, not forms: a form of ours may lead to no other host, and nothing changes until the provider has answered.
        app.MapGet(Start, (HttpContext http, string? ziel) => Ask(http, new AuthenticationProperties { Items = { [OpenIdAnswers.Target] = LocalTarget.Of(ziel) } })).ExcludeFromDescription();
        app.MapGet(StartLinking, (HttpContext http) => Ask(http, new AuthenticationProperties { Items = { [OpenIdAnswers.Linking] = "" } })).RequireAuthorization().ExcludeFromDescription();
    }

    private static OpenIdOptions Of(IConfiguration settings) => settings.GetSection(OpenIdOptions.Section).Get<OpenIdOptions>() ?? new OpenIdOptions();

    private static async Task Ask(HttpContext http, AuthenticationProperties question)
    {
        try
        {
            await http.ChallengeAsync(Scheme, question);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException or TimeoutException)
        {
            OpenIdAnswers.Log(http).LogWarning("The identity provider of OpenId:Authority tells nothing of itself: {Reason}", e.Message);
            OpenIdAnswers.Refuse(http, question, OpenIdRefusals.Away);
        }
    }

    private static void Shape(OpenIdConnectOptions options, OpenIdOptions settings, IConfiguration configuration)
    {
        options.Authority = settings.Authority;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.CallbackPath = BackPath;
        options.RequireHttpsMetadata = !settings.IsLocal;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // An answer by form would need cookies that every foreign site may make a browser send.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.SaveTokens = false;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        options.Scope.Clear();
        foreach (var scope in settings.Scopes) options.Scope.Add(scope);
        options.ClaimActions.Clear();
        foreach (var claim in new[] { settings.Claims.Mail, settings.Claims.MailConfirmed, settings.Claims.Name, settings.Claims.Resident }.OfType<string>()) options.ClaimActions.MapUniqueJsonKey(claim, claim);
        Shape(options.CorrelationCookie, configuration.CookieName("hub-frage."), configuration);
        Shape(options.NonceCookie, configuration.CookieName("hub-nonce."), configuration);
        options.Events.OnRedirectToIdentityProvider = OpenIdAnswers.Ask;
        options.Events.OnTicketReceived = OpenIdAnswers.Receive;
        options.Events.OnAccessDenied = OpenIdAnswers.Deny;
        options.Events.OnRemoteFailure = OpenIdAnswers.Fail;
    }

    private static void Shape(CookieBuilder cookie, string name, IConfiguration settings)
    {
        cookie.Name = name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = settings.CookieSecurity();
    }
}
