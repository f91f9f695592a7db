using Gera.Hub.People.Accounts;
using Gera.Hub.People.Grants;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Data;

/// <summary>Deletes the account of whoever asks, for good.</summary>
/// <param name="Mail">The account's address, typed: nobody leaves by a slip.</param>
/// <param name="Password">Where the account has one. Without one the log-in must be fresh.</param>
/// <param name="Keep">Whether contributions stay as by a deleted account; otherwise their words go too.</param>
public sealed record LeaveHub(string? Mail, string? Password, bool Keep) : IWish<Done>
{
    public override string ToString() => "somebody leaves";
}

internal sealed class LeaveHubVerb(PeopleDb people, IPasswordHasher<HubUser> hasher, ILookupNormalizer normalizer, LogInGate gate, IEnumerable<IPersonalData> rooms) : IVerb<LeaveHub, Done>
{
    /// <summary>How old a log-in with a passkey or a city's identity may be, where no password can be asked for.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    public Permission Needs => Permission.Account;

    public bool OpenToBlocked => true;

    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public Pace Pace => new(5, 50, TimeSpan.FromMinutes(15));

    public async Task<Answer<Done>> Do(LeaveHub wish, Deed deed)
    {
        var id = deed.Person.Id!.Value;
        var user = await people.Users.AsNoTracking().SingleAsync(u => u.Id == id, deed.Stop);
        if (normalizer.NormalizeEmail(wish.Mail?.Trim()) != user.NormalizedEmail) return DataRefusals.MailDiffers;
        if (user.PasswordHash is { } hash)
        {
            using var turn = await gate.Wait(deed.Stop);
            if (wish.Password is not { Length: > 0 and <= 256 } password || hasher.VerifyHashedPassword(user, hash, password) == PasswordVerificationResult.Failed) return DataRefusals.PasswordWrong;
        }
        else if (!await people.SignIns.AnyAsync(s => s.UserId == id && s.At > deed.Now - Fresh, deed.Stop))
        {
            return DataRefusals.LogInTooOld;
        }
        if (await deed.Holds(id, Role.Administrator) && !await deed.AnotherAdministrator(id)) return GrantRefusals.LastAdministrator;

        // The account goes last: the rooms still have to find what is its own.
        foreach (var room in rooms.OrderBy(r => r is PeopleData)) await room.Erase(id, wish.Keep, deed.Session, deed.Stop);
        return new Done();
    }
}
