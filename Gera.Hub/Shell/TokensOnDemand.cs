using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Forms;

namespace Gera.Hub.Shell;

/// <summary>
/// Reading needs no cookie. The framework gives the cookie of forms to everybody who opens any page, at the moment the answer starts;
/// here only pages get it that drew a form with a token.
/// </summary>
internal sealed class TokensOnDemand(IAntiforgery forms) : IAntiforgery
{
    private static readonly object IsPage = new(), HasForm = new();

    public static void Add(IServiceCollection services)
    {
        var made = services.Last(service => service.ServiceType == typeof(IAntiforgery));
        services.Remove(made);
        services.AddSingleton<IAntiforgery>(provider => new TokensOnDemand((IAntiforgery)ActivatorUtilities.CreateInstance(provider, made.ImplementationType!)));
        services.AddHttpContextAccessor();
        services.AddScoped<AntiforgeryStateProvider, DrawnTokens>();
    }

    /// <summary>From here on the request is one for a page.</summary>
    public static void Watch(HttpContext http) => http.Items[IsPage] = true;

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) =>
        httpContext.Items.ContainsKey(IsPage) && !httpContext.Items.ContainsKey(HasForm) ? forms.GetTokens(httpContext) : forms.GetAndStoreTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => forms.GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => forms.IsRequestValidAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext) => forms.SetCookieTokenAndHeader(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => forms.ValidateRequestAsync(httpContext);

    /// <summary>Whoever asks here draws a form. Pages of a circuit send none, so there is no token for them.</summary>
    private sealed class DrawnTokens(IHttpContextAccessor accessor, IAntiforgery forms) : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken()
        {
            if (accessor.HttpContext is not { WebSockets.IsWebSocketRequest: false } http) return null;
            http.Items[HasForm] = true;
            var tokens = http.Response.HasStarted ? forms.GetTokens(http) : forms.GetAndStoreTokens(http);
            return tokens.RequestToken is { } token ? new AntiforgeryRequestToken(token, tokens.FormFieldName) : null;
        }
    }
}
