using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Gera.Hub.People.Accounts.Factors;

/// <summary>Seals what must not be read or changed on its way: keys of authenticator apps in the database and in the form that sets one up, and the step between password and second factor.</summary>
public sealed class FactorKeys(IDataProtectionProvider protection)
{
    private static readonly TimeSpan StepLife = TimeSpan.FromMinutes(10), SetUpLife = TimeSpan.FromHours(1);

    private readonly IDataProtector stored = protection.CreateProtector("second-factor key");
    private readonly ITimeLimitedDataProtector setUp = protection.CreateProtector("second-factor set-up").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector step = protection.CreateProtector("second-factor step").ToTimeLimitedDataProtector();

    public string Seal(byte[] key) => Convert.ToBase64String(stored.Protect(key));

    public byte[]? Open(string? value) => Try(value, v => stored.Unprotect(Convert.FromBase64String(v)));

    /// <summary>A new key for the form, so that looking at the page changes nothing.</summary>
    public string SealSetUp(Guid user, byte[] key) => setUp.Protect($"{user:N}{Convert.ToHexString(key)}", SetUpLife);

    public byte[]? OpenSetUp(Guid user, string? value) =>
        Try(value, setUp.Unprotect) is { Length: > 32 } text && text[..32] == user.ToString("N") ? Convert.FromHexString(text[32..]) : null;

    public string SealStep(HubUser user) => step.Protect($"{user.Id:N}{user.SecurityStamp}", StepLife);

    /// <summary>Who showed the right password within the last ten minutes, and the stamp that a new password changes.</summary>
    public (Guid User, string Stamp)? OpenStep(string? value) =>
        Try(value, step.Unprotect) is { Length: >= 32 } text ? (Guid.ParseExact(text[..32], "N"), text[32..]) : null;

    private static T? Try<T>(string? value, Func<string, T> open) where T : class
    {
        if (value is not { Length: > 0 and < 2000 }) return null;
        try
        {
            return open(value);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
