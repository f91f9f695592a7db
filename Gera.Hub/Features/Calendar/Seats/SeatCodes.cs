using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Gera.Hub.Features.Calendar.Seats;

/// <summary>What the links in mails carry: which registration, signed. Nothing is stored for it, and it opens nothing else.</summary>
public sealed class SeatCodes(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Gera.Hub.Seat.v1");

    public string Of(Guid seat) => Base64Url.EncodeToString(protector.Protect(seat.ToByteArray()));

    /// <summary>Null for what is no code of ours.</summary>
    public Guid? Read(string? code)
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
