using System.Security.Claims;

namespace Gera.Hub.People;

/// <summary>What a log-in ticket (cookie or bearer token) carries.</summary>
public static class Callers
{
    public const string SignInClaim = "sid";

    /// <summary>Who calls, and from which address.</summary>
    public static Caller ToCaller(this HttpContext http, Seat? seat = null) =>
        http.User.ToCaller(seat) with { Address = http.Connection.RemoteIpAddress?.ToString() };

    public static Caller ToCaller(this ClaimsPrincipal? principal, Seat? seat = null) =>
        new(Id(principal, ClaimTypes.NameIdentifier), Id(principal, SignInClaim), seat);

    private static Guid? Id(ClaimsPrincipal? principal, string claim) =>
        Guid.TryParse(principal?.FindFirstValue(claim), out var id) ? id : null;
}
