using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Gera.Hub.People.Accounts;

/// <summary>Looks a browser's log-in up with each page: whether it still is one, and whose name and roles it shows. Notes to the hour when it was last used.</summary>
public sealed class Sightings(TimeProvider clock)
{
    public static readonly TimeSpan Rhythm = TimeSpan.FromHours(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task Look(CookieValidatePrincipalContext context)
    {
        if (context.Principal.ToCaller() is not { User: { } user, SignIn: { } signIn })
        {
            context.RejectPrincipal();
            return;
        }
        // A scope of its own, so that a look that is given up leaves nothing half done for the page.
        await using var scope = context.HttpContext.RequestServices.CreateAsyncScope();
        var signIns = scope.ServiceProvider.GetRequiredService<SignIns>();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.HttpContext.RequestAborted);
        limit.CancelAfter(Patience);
        try
        {
            if (await signIns.Renew(user, signIn, limit.Token) is not { } now)
            {
                context.RejectPrincipal();
                return;
            }
            if (!Words(now.Ticket).SequenceEqual(Words(context.Principal!)))
            {
                context.ReplacePrincipal(now.Ticket);
                context.ShouldRenew = true;
            }
            if (clock.GetUtcNow() - now.SeenAt >= Rhythm) await signIns.See(signIn, limit.Token);
        }
        catch (Exception e) when (Door.IsBusy(e))
        {
            // Without the database the ticket stands as it is; whatever is done with it is checked at the door.
        }
    }

    private static IEnumerable<string> Words(ClaimsPrincipal who) => who.Claims.Where(c => c.Type is "name" or ClaimTypes.Role).Select(c => c.Value).Order(StringComparer.Ordinal);
}
