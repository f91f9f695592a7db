using System.Security.Claims;
using Gera.Hub.People.Grants;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts.Passkeys;

/// <summary>Questions to a browser's keys, and the answers to them. Each question can be answered once, within minutes.</summary>
public sealed class PasskeyCheck(IPasskeyHandler<HubUser> handler, UserManager<HubUser> users, PeopleDb db, OneTimeCodes codes, SignIns signIns, TimeProvider clock)
{
    private const string LogInPurpose = "passkey", NewPurpose = "passkey-new";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>For the log-in page: whoever has a key for this hub may answer.</summary>
    public async Task<PasskeyQuestion> AskAnyone(HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, http);
        return await Keep(LogInPurpose, asked.RequestOptionsJson, asked.AssertionState ?? "", null, http.RequestAborted);
    }

    /// <summary>For a new key of an account.</summary>
    public async Task<PasskeyQuestion> AskForNew(HubUser user, HttpContext http)
    {
        var asked = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.DisplayName }, http);
        return await Keep(NewPurpose, asked.CreationOptionsJson, asked.AttestationState ?? "", user.Id, http.RequestAborted);
    }

    /// <summary>The ticket for a new log-in, always a strong one.</summary>
    public async Task<Answer<(Guid User, ClaimsPrincipal Ticket)>> LogIn(string? ticket, string? credential, string device, Func<Guid, bool> known, HttpContext http)
    {
        if (credential is not { Length: > 0 and < 20_000 } || await codes.Take(LogInPurpose, ticket, null, http.RequestAborted) is not { Data: { } state }) return AccountRefusals.PasskeyFailed;
        var shown = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = Unwrap(state) });
        if (!shown.Succeeded || !shown.Passkey.IsUserVerified) return AccountRefusals.PasskeyFailed;
        var user = await db.Users.SingleAsync(u => u.Id == shown.User.Id, http.RequestAborted);
        if (user is { Disabled: true } or { EmailConfirmed: false }) return AccountRefusals.PasskeyFailed;
        await users.AddOrUpdatePasskeyAsync(user, shown.Passkey);
        return (user.Id, await signIns.Begin(user, device, strong: true, known(user.Id), http.RequestAborted));
    }

    /// <summary>The new key, checked; null when it is not what was asked for.</summary>
    public async Task<UserPasskeyInfo?> Made(Guid user, string? ticket, string? credential, HttpContext http)
    {
        if (credential is not { Length: > 0 and < 20_000 } || await codes.Take(NewPurpose, ticket, user, http.RequestAborted) is not { Data: { } state, User: { } asked } || asked != user) return null;
        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = Unwrap(state) });
        return made is { Succeeded: true, Passkey.IsUserVerified: true } && made.UserEntity.Id == user.ToString() ? made.Passkey : null;
    }

    private async Task<PasskeyQuestion> Keep(string purpose, string options, string state, Guid? user, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await db.Codes.Where(c => (c.Purpose == LogInPurpose || c.Purpose == NewPurpose) && c.Until < now).ExecuteDeleteAsync(stop);
        var ticket = OneTimeCodes.NewLink();
        db.Codes.Add(codes.Make(purpose, ticket, Life, user, System.Text.Json.JsonSerializer.Serialize(state)));
        await db.SaveChangesAsync(stop);
        return new PasskeyQuestion(options, ticket);
    }

    // The column takes any JSON and may order it anew; as one JSON text the state stays as it was.
    private static string Unwrap(string data) => System.Text.Json.JsonSerializer.Deserialize<string>(data)!;
}

/// <summary>What the browser's key is asked.</summary>
/// <param name="Options">As <c>navigator.credentials</c> takes them, in JSON.</param>
/// <param name="Ticket">Goes back with the answer.</param>
public sealed record PasskeyQuestion(string Options, string Ticket);
