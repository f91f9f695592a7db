using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Gera.Hub.Features.Portal.Newsletter;

/// <summary>What links in the newsletter carry: one reader and one thing the link can do. Nothing is stored for it, and it is good for nothing else.</summary>
public sealed class ReaderCodes(IDataProtectionProvider protection)
{
    private readonly IDataProtector confirm = protection.CreateProtector("Gera.Hub.Newsletter.Confirm.v1"), keep = protection.CreateProtector("Gera.Hub.Newsletter.Keep.v1");

    /// <summary>Of the page that begins it.</summary>
    public string Confirm(Guid reader) => "/newsletter/bestaetigen/" + Make(confirm, reader);

    /// <summary>Of the page that changes or ends it.</summary>
    public string Keep(Guid reader) => "/newsletter/abo/" + Make(keep, reader);

    /// <summary>Of the one click that ends it.</summary>
    public string End(Guid reader) => "/newsletter/abmelden/" + Make(keep, reader);

    /// <summary>Null for what is no code of ours.</summary>
    public Guid? ReadConfirm(string? code) => Read(confirm, code);

    /// <inheritdoc cref="ReadConfirm"/>
    public Guid? ReadKeep(string? code) => Read(keep, code);

    private static string Make(IDataProtector protector, Guid reader) => Base64Url.EncodeToString(protector.Protect(reader.ToByteArray()));

    private static Guid? Read(IDataProtector protector, string? code)
    {
        if (code is null or { Length: > 500 } || !Base64Url.IsValid(code)) return null;
        try
        {
            return protector.Unprotect(Base64Url.DecodeFromChars(code)) is { Length: 16 } bytes ? new Guid(bytes) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
