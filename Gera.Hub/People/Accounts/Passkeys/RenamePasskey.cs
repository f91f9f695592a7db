using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts.Passkeys;

/// <summary>Another name for one of the own keys.</summary>
/// <param name="Key">Its id, in base64url.</param>
public sealed record RenamePasskey(string? Key, string? Name) : IWish<Done>;

public sealed class RenamePasskeyVerb(PeopleDb db) : IVerb<RenamePasskey, Done>
{
    public Permission Needs => Permission.Account;

    public bool OpenToBlocked => true;

    public async Task<Answer<Done>> Do(RenamePasskey wish, Deed deed)
    {
        if (Text.Check(wish.Name, 60, ("Name", "name")) is { } refusal) return refusal;
        if (PasskeyId.Read(wish.Key) is not { } key || await db.UserPasskeys.SingleOrDefaultAsync(p => p.CredentialId == key && p.UserId == deed.Person.Id, deed.Stop) is not { } passkey) return Refusals.NotFound;
        passkey.Data.Name = Text.Clean(wish.Name!);
        await db.SaveChangesAsync(deed.Stop);
        return default(Done);
    }
}

internal static class PasskeyId
{
    public static byte[]? Read(string? key) =>
        key is { Length: > 0 and < 1500 } && System.Buffers.Text.Base64Url.IsValid(key) ? System.Buffers.Text.Base64Url.DecodeFromChars(key) : null;

    public static string Write(byte[] key) => System.Buffers.Text.Base64Url.EncodeToString(key);
}
