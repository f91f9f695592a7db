using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Gera.Hub.People.Accounts;

/// <summary>An account with a confirmed address, as it begins.</summary>
internal static class NewUser
{
    public static HubUser Of(string mail, string name, string? hash, string language, DateTimeOffset now, ILookupNormalizer normalizer)
    {
        var id = Ids.At(now);
        return new HubUser
        {
            Id = id,
            // The address lives in one place, so the user's name for Identity is the id.
            UserName = id.ToString(),
            NormalizedUserName = normalizer.NormalizeName(id.ToString()),
            Email = mail,
            NormalizedEmail = normalizer.NormalizeEmail(mail),
            EmailConfirmed = true,
            PasswordHash = hash,
            SecurityStamp = NewStamp(),
            DisplayName = name,
            Language = language,
            LockoutEnabled = true,
            CreatedAt = now,
        };
    }

    /// <summary>A new one whenever the password changes.</summary>
    public static string NewStamp() => RandomNumberGenerator.GetHexString(32);
}
