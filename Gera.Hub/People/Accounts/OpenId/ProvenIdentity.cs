using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Gera.Hub.People.Accounts.OpenId;

/// <summary>Who somebody is, as the provider has proven and told.</summary>
/// <param name="Issuer">Which provider.</param>
/// <param name="Subject">The person's lasting key there; only both together mean somebody.</param>
/// <param name="MailConfirmed">Whether the provider made sure that the address is the person's.</param>
public sealed record ProvenIdentity(string Issuer, string Subject, string? Mail, bool MailConfirmed, string? Name, bool IsResident)
{
    /// <summary>Longest key the table takes.</summary>
    private const int Most = 128;

    /// <summary>Null when the provider does not say who it is or whom it means.</summary>
    public static ProvenIdentity? Read(ClaimsPrincipal? told, OpenIdClaims names)
    {
        if (told?.FindFirst("iss")?.Value is not { Length: > 0 } issuer || told.FindFirst(names.Subject)?.Value is not { Length: > 0 } subject) return null;
        // An address is believed only when nothing the provider sent says otherwise.
        var confirmed = told.FindAll(names.MailConfirmed).ToArray();
        var isConfirmed = confirmed.Length > 0 && confirmed.All(c => c.Value.Equals("true", StringComparison.OrdinalIgnoreCase));
        var isResident = !string.IsNullOrWhiteSpace(names.Resident) && told.HasClaim(names.Resident, names.ResidentValue ?? "");
        return new ProvenIdentity(Key(issuer), Key(subject), told.FindFirst(names.Mail)?.Value.Trim(), isConfirmed, told.FindFirst(names.Name)?.Value.Trim(), isResident);
    }

    /// <summary>Tells one identity from another in forms and claims, without saying whose it is.</summary>
    public static string Mark(string issuer, string subject) => Hash($"{issuer}\n{subject}");

    // Subjects may have 255 letters.
    private static string Key(string text) => text.Length <= Most ? text : "sha256:" + Hash(text);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
