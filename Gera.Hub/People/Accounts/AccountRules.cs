using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts;

/// <summary>What an account asks of its address, name and password, and of whoever changes its keys.</summary>
public static class AccountRules
{
    /// <summary>Version of the rules that people agree to; a new text gets a new one.</summary>
    public const string RulesVersion = "2026-11";

    public const int PasswordLength = 10;

    /// <summary>A log-in older than this must be repeated before keys of the account are changed: a tablet left lying about is not enough.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    /// <summary>Mails of one kind to one address within an hour.</summary>
    public const int MailsAnHour = 3;

    /// <summary>Long enough, yet guessed first by everybody who guesses.</summary>
    private static readonly HashSet<string> Guessed = new(StringComparer.OrdinalIgnoreCase)
    {
        "1234567890", "0123456789", "12345678910", "0987654321", "qwertzuiop", "qwertyuiop", "passwort123", "passwort1234", "password123", "password1234", "meinpasswort", "geheim1234", "hallo12345", "willkommen", "schatzi123", "gera.hub", "gerahub2026",
    };

    public static Refusal? Mail(string? mail)
    {
        if (Text.Check(mail, 254, ("E-Mail-Adresse", "e-mail address")) is { } refusal) return refusal.Code == "text_missing" ? AccountRefusals.MailInvalid : refusal;
        var at = mail!.Trim();
        return System.Net.Mail.MailAddress.TryCreate(at, out var read) && read.Address == at && read.Host.Contains('.', StringComparison.Ordinal) && !read.Host.EndsWith('.') && !at.Any(char.IsWhiteSpace)
            ? null
            : AccountRefusals.MailInvalid;
    }

    public static Refusal? Name(string? name) => Text.Check(name, 80, ("Anzeigename", "display name"));

    public static Refusal? Password(string? password, string? mail = null, string? name = null)
    {
        if (password is not { Length: >= PasswordLength }) return AccountRefusals.PasswordShort;
        if (password.Length > 256) return AccountRefusals.PasswordLong;
        var isGuessed = Guessed.Contains(password) || password.Distinct().Count() < 4 || Same(password, mail) || Same(password, name) || Same(password, mail?.Split('@')[0]);
        return isGuessed ? AccountRefusals.PasswordGuessed : null;
    }

    /// <summary>Null when this log-in may change the keys of its account: a fresh one, and a strong one where the account has a strong way.</summary>
    public static async Task<Refusal?> MayChangeKeys(PeopleDb db, Person person, DateTimeOffset now, CancellationToken stop)
    {
        if (person is not { Id: { } id, LogIn: { } logIn } || logIn.At < now - Fresh) return AccountRefusals.LogInAgain;
        if (logIn.Strong) return null;
        var hasStrongWay = await db.Users.AnyAsync(u => u.Id == id && u.TwoFactorEnabled, stop) || await db.UserPasskeys.AnyAsync(p => p.UserId == id, stop);
        return hasStrongWay ? AccountRefusals.StrongNeeded : null;
    }

    /// <summary>Holds others who change keys of the account until the caller's transaction is over, or two of them would each leave the other's way.</summary>
    public static Task Alone(PeopleDb db, Guid id, CancellationToken stop) => db.Database.ExecuteSqlAsync($"""select from people.users where "Id" = {id} for update""", stop);

    /// <summary>Whether something still opens the account.</summary>
    public static async Task<bool> HasWay(PeopleDb db, Guid id, CancellationToken stop) =>
        await db.Users.AnyAsync(u => u.Id == id && u.PasswordHash != null, stop) || await db.UserPasskeys.AnyAsync(p => p.UserId == id, stop) || await db.UserLogins.AnyAsync(l => l.UserId == id, stop);

    private static bool Same(string password, string? other) => string.Equals(password, other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
