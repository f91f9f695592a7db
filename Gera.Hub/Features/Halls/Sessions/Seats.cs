using System.Buffers.Text;
using System.Security.Cryptography;
using Gera.Hub.People;
using Gera.Hub.Shell;
using Microsoft.AspNetCore.DataProtection;

namespace Gera.Hub.Features.Halls.Sessions;

/// <summary>Signed tokens for one voter of one session. Nothing is stored when one is made.</summary>
public sealed class Seats(IDataProtectionProvider protection, IConfiguration settings)
{
    private readonly IDataProtector protector = protection.CreateProtector("Gera.Hub.Seat.v1");

    /// <summary>Name of the cookie that holds the seat of one session.</summary>
    public string CookieName(string code) => settings.CookieName($"hub-seat-{code}");

    /// <summary>A new seat; its id is random, so it does not tell when its holder came.</summary>
    public static Seat New(Guid session) => new(session, new Guid(RandomNumberGenerator.GetBytes(16)));

    /// <summary>The seat of an account in a session: the same on every device, another in every session.</summary>
    public static Seat OfAccount(Guid session, Guid account)
    {
        Span<byte> input = stackalloc byte[32];
        session.TryWriteBytes(input);
        account.TryWriteBytes(input[16..]);
        return new Seat(session, new Guid(SHA256.HashData(input).AsSpan(0, 16)));
    }

    public string Token(Seat seat)
    {
        Span<byte> bytes = stackalloc byte[32];
        seat.Session.TryWriteBytes(bytes);
        seat.Id.TryWriteBytes(bytes[16..]);
        return Base64Url.EncodeToString(protector.Protect(bytes.ToArray()));
    }

    /// <summary>The seat a token stands for, if it is ours and of that session.</summary>
    public Seat? Read(string? token, Guid session)
    {
        if (token is null or { Length: > 500 } || !Base64Url.IsValid(token)) return null;
        try
        {
            var bytes = protector.Unprotect(Base64Url.DecodeFromChars(token));
            var seat = new Seat(new Guid(bytes.AsSpan(0, 16)), new Guid(bytes.AsSpan(16, 16)));
            return seat.Session == session ? seat : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The seat a request brings by cookie.</summary>
    public Seat? Read(HttpContext? http, Hall hall) => Read(http?.Request.Cookies[CookieName(hall.Code)], hall.Id);

    public void Give(HttpContext http, Hall hall, Seat seat) => http.Response.Cookies.Append(CookieName(hall.Code), Token(seat), new CookieOptions
    {
        HttpOnly = true,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = settings.MustBeSecure(http),
        MaxAge = TimeSpan.FromDays(1),
        IsEssential = true,
    });
}
