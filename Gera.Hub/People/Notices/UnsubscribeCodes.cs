using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Gera.Hub.People.Notices;

/// <summary>What an unsubscribe link carries: whose mails of which kinds end. Nothing is stored for it, and it is good for nothing else.</summary>
public sealed class UnsubscribeCodes(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Gera.Hub.Unsubscribe.v1");

    /// <summary>A path of ours.</summary>
    public string Path(Guid person, IEnumerable<string> kinds) =>
        "/abbestellen/" + Base64Url.EncodeToString(protector.Protect([.. person.ToByteArray(), .. Encoding.UTF8.GetBytes(string.Join('\n', kinds))]));

    /// <summary>Null for what is no code of ours.</summary>
    public (Guid Person, string[] Kinds)? Read(string? code)
    {
        if (code is null or { Length: > 2000 } || !Base64Url.IsValid(code)) return null;
        try
        {
            var bytes = protector.Unprotect(Base64Url.DecodeFromChars(code));
            return (new Guid(bytes.AsSpan(0, 16)), Encoding.UTF8.GetString(bytes.AsSpan(16)).Split('\n'));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
