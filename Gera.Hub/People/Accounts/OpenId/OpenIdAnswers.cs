using Gera.Hub.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Gera.Hub.People.Accounts.OpenId;

/// <summary>What the hub asks of the provider, and where each of its answers leads. None is an error page.</summary>
internal static class OpenIdAnswers
{
    /// <summary>Kept, sealed, with the question: where somebody wants to go, and whether they want to link rather than log in.</summary>
    public const string Target = "ziel", Linking = "verknuepfen";

    public static Task Ask(RedirectContext context)
    {
        var http = context.HttpContext;
        if (http.RequestServices.GetRequiredService<IOptions<HubOptions>>().Value.PublicAddress is { } root) context.ProtocolMessage.RedirectUri = root + OpenIdParts.BackPath;
        context.ProtocolMessage.UiLocales = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        // Whoever is logged in already wants to show that it is them, not that the provider remembers this device.
        if (http.User.ToCaller().User is not null) context.ProtocolMessage.Prompt = "login";
        return Task.CompletedTask;
    }

    public static async Task Receive(TicketReceivedContext context)
    {
        context.HandleResponse();
        var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
        if (ProvenIdentity.Read(context.Principal, services.GetRequiredService<IOptions<OpenIdOptions>>().Value.Claims) is not { } who)
        {
            Refuse(http, context.Properties, OpenIdRefusals.Failed);
            return;
        }
        var proofs = services.GetRequiredService<Proofs>();
        if (IsLinking(context.Properties))
        {
            proofs.Give(http, who);
            http.Response.Redirect("/konto/sicherheit/verknuepfen");
            return;
        }
        var devices = services.GetRequiredService<KnownDevices>();
        var arrived = await services.GetRequiredService<LinkedLogIns>().Arrive(who, Device.Of(http), user => devices.Knows(http, user), http.RequestAborted);
        if (!arrived.Granted)
        {
            Refuse(http, context.Properties, arrived.Refusal!);
            return;
        }
        var target = Uri.EscapeDataString(Wished(context.Properties));
        if (arrived.Value.Entry is not { } entry)
        {
            proofs.Give(http, who);
            http.Response.Redirect($"/anmelden/stadt/neu?ziel={target}");
        }
        else if (entry.Ticket is not { } ticket)
        {
            proofs.Give(http, who, entry.Step);
            http.Response.Redirect($"/anmelden?schritt=stadt&ziel={target}");
        }
        else
        {
            devices.Remember(http, entry.User);
            await http.SignInAsync(IdentityConstants.ApplicationScheme, ticket);
            http.Response.Redirect(Wished(context.Properties));
        }
    }

    public static Task Deny(AccessDeniedContext context)
    {
        context.HandleResponse();
        Refuse(context.HttpContext, context.Properties, OpenIdRefusals.Denied);
        return Task.CompletedTask;
    }

    public static Task Fail(RemoteFailureContext context)
    {
        context.HandleResponse();
        // The question is found neither a second time nor in another browser; the provider's own words are a stranger's and stay out of the log.
        var isOver = context.Properties is null || context.Failure is { Message: "Correlation failed." };
        if (!isOver) Log(context.HttpContext).LogWarning("A log-in with OpenID Connect failed: {Reason}", Reason(context.Failure));
        Refuse(context.HttpContext, context.Properties, isOver ? OpenIdRefusals.Over : OpenIdRefusals.Failed);
        return Task.CompletedTask;
    }

    /// <summary>Back to where it began, with a sentence.</summary>
    public static void Refuse(HttpContext http, AuthenticationProperties? asked, Refusal refusal) => http.Response.Redirect(IsLinking(asked)
        ? $"/konto/sicherheit?nein={refusal.Code}"
        : $"/anmelden?fehler={refusal.Code}&ziel={Uri.EscapeDataString(Wished(asked))}");

    /// <summary>The library's number for what was wrong, which its documentation explains.</summary>
    private static string Reason(Exception? failure) =>
        failure?.GetBaseException() is { } cause ? cause.Message.StartsWith("IDX", StringComparison.Ordinal) ? $"{cause.GetType().Name} {cause.Message.Split(':')[0]}" : cause.GetType().Name : "";

    public static ILogger Log(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OpenIdAnswers));

    private static bool IsLinking(AuthenticationProperties? asked) => asked?.Items.ContainsKey(Linking) == true;

    private static string Wished(AuthenticationProperties? asked) => LocalTarget.Of(asked?.Items.TryGetValue(Target, out var target) == true ? target : null);
}
