using System.Security.Cryptography;
using Gera.Hub.Shell;
using Microsoft.AspNetCore.DataProtection;

namespace Gera.Hub.People.Accounts;

/// <summary>A browser remembers, sealed, which accounts have been used in it, so that only a log-in from a new one is told by mail. The hub keeps nothing of it.</summary>
public sealed class KnownDevices(IDataProtectionProvider protection, IConfiguration settings)
{
    /// <summary>A family's tablet.</summary>
    private const int Most = 8;

    private readonly IDataProtector seal = protection.CreateProtector("known device");

    private string Name => settings.CookieName("hub-geraet");

    public bool Knows(HttpContext http, Guid user) => Read(http).Contains(user);

    public void Remember(HttpContext http, Guid user) =>
        http.Response.Cookies.Append(Name, seal.Protect(string.Join(',', Read(http).Prepend(user).Distinct().Take(Most).Select(u => u.ToString("N")))), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = settings.MustBeSecure(http),
        });

    private Guid[] Read(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { Length: > 0 and < 4000 } value) return [];
        try
        {
            return [.. seal.Unprotect(value).Split(',').Select(u => Guid.ParseExact(u, "N"))];
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return [];
        }
    }
}
