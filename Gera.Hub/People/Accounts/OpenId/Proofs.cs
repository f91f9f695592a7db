using System.Security.Cryptography;
using System.Text.Json;
using Gera.Hub.Shell;
using Microsoft.AspNetCore.DataProtection;

namespace Gera.Hub.People.Accounts.OpenId;

/// <summary>Keeps for some minutes, sealed in the browser, who somebody has proven to be, until the second factor, the rules or the linking are done.</summary>
public sealed class Proofs(IDataProtectionProvider protection, IConfiguration settings)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("proven identity").ToTimeLimitedDataProtector();

    private string Name => settings.CookieName("hub-ausweis");

    /// <param name="step">Where the account asks for its second factor: the step towards it.</param>
    public void Give(HttpContext http, ProvenIdentity who, string? step = null) =>
        http.Response.Cookies.Append(Name, seal.Protect(JsonSerializer.Serialize(new Proof(who, step)), Life), Shape(http, Life));

    public Proof? Read(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { Length: > 0 and < 4000 } value) return null;
        try
        {
            return JsonSerializer.Deserialize<Proof>(seal.Unprotect(value));
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public void Forget(HttpContext http)
    {
        if (http.Request.Cookies.ContainsKey(Name)) http.Response.Cookies.Delete(Name, Shape(http, null));
    }

    private CookieOptions Shape(HttpContext http, TimeSpan? life) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = life,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = settings.MustBeSecure(http),
    };
}

/// <summary>Somebody proven, and the step to the second factor where one is asked for.</summary>
public sealed record Proof(ProvenIdentity Who, string? Step);
