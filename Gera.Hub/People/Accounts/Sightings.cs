using System.Collections.Concurrent;
using System.Security.Claims;
using Gera.Hub.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts;

/// <summary>Looks a browser's log-in up with each page: whether it still is one, and whose name and roles it shows. Notes to the hour when it was last used.</summary>
public sealed class Sightings(HubDatabase database, TimeProvider clock)
{
    public static readonly TimeSpan Rhythm = TimeSpan.FromHours(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> seen = new();

    public async Task Look(CookieValidatePrincipalContext context)
    {
        if (context.Principal.ToCaller() is not { User: { } user, SignIn: { } signIn })
        {
            context.RejectPrincipal();
            return;
        }
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.HttpContext.RequestAborted);
            limit.CancelAfter(Patience);
            var now = await context.HttpContext.RequestServices.GetRequiredService<SignIns>().Renew(user, signIn, limit.Token);
            if (now is null) context.RejectPrincipal();
            else if (!Words(now).SequenceEqual(Words(context.Principal!)))
            {
                context.ReplacePrincipal(now);
                context.ShouldRenew = true;
            }
            if (now is not null) await Note(signIn, limit.Token);
        }
        catch (Exception e) when (Door.IsBusy(e))
        {
            // Without the database the ticket stands as it is; whatever is done with it is checked at the door.
        }
    }

    private async Task Note(Guid signIn, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (seen.TryGetValue(signIn, out var last) && now - last < Rhythm) return;
        seen[signIn] = now;
        if (seen.Count > 50_000)
            foreach (var (old, _) in seen.Where(s => now - s.Value > Rhythm)) seen.TryRemove(old, out _);
        await using var command = database.Source.CreateCommand("""update people.sign_ins set "SeenAt" = $2 where "Id" = $1 and "SeenAt" <= $3""");
        command.Parameters.AddWithValue(signIn);
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(now - Rhythm);
        await command.ExecuteNonQueryAsync(stop);
    }

    private static IEnumerable<string> Words(ClaimsPrincipal who) => who.Claims.Where(c => c.Type is "name" or ClaimTypes.Role).Select(c => c.Value).Order(StringComparer.Ordinal);
}
