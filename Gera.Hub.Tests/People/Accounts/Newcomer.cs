using Gera.Hub.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Gera.Hub.Tests.People.Accounts;

/// <summary>People who open accounts in tests, and what the hub posts to them.</summary>
internal static class Newcomer
{
    public const string Password = "Kamille Dampfer Elster";

    // Files of earlier runs are nobody's business.
    private static readonly DateTime Began = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1);

    private static int number;

    public static string Mail(string name) => $"{name}{Interlocked.Increment(ref number)}.{System.Security.Cryptography.RandomNumberGenerator.GetHexString(8)}@gera.example".ToLowerInvariant();

    /// <summary>The code of the newest mail of a kind, as its reader finds it in the link.</summary>
    public static async Task<string> Code(RunningHub hub, string kind, string mail)
    {
        var path = kind switch { "confirm" => "/konto/bestaetigen/", "reset" => "/passwort-neu/", "invitation" => "/einladung/", _ => "/konto/adresse/" };
        string? code = null;
        // A mail that has gone is a file; one that waits is still in the queue.
        await Eventually.Holds(async () => (code = await Waiting(hub, kind, mail) ?? Read(hub, mail).Select(text => CodeAfter(path, text)).FirstOrDefault(found => found is not null)) is not null, $"No mail {kind} came.");
        return code!;
    }

    /// <summary>Texts of the mails that have gone to an address, newest first.</summary>
    public static IEnumerable<string> Read(RunningHub hub, string mail)
    {
        var folder = Path.Combine(Path.GetFullPath(hub.Services.GetRequiredService<IOptions<HubOptions>>().Value.DataDirectory), "mail");
        if (!Directory.Exists(folder)) return [];
        return Directory.EnumerateFiles(folder, "*.eml").OrderDescending(StringComparer.Ordinal).Where(file => File.GetLastWriteTimeUtc(file) > Began)
            .Where(file => File.ReadAllText(file).Contains(mail, StringComparison.OrdinalIgnoreCase)).Select(file => MimeMessage.Load(file)).Select(message => $"{message.Subject}\n{message.TextBody}");
    }

    private static async Task<string?> Waiting(RunningHub hub, string kind, string mail) => await hub.Ask<string>("""
        select coalesce((select m."Data"->>'code' from people.mails m left join people.users u on u."Id" = m."UserId" where m."Kind" = $1 and coalesce(m."Address", u."Email") = $2 order by m."Id" desc limit 1), '')
        """, kind, mail) is { Length: > 0 } code ? code : null;

    private static string? CodeAfter(string path, string text) =>
        text.IndexOf(path, StringComparison.Ordinal) is >= 0 and var at ? new string([.. text[(at + path.Length)..].TakeWhile(char.IsAsciiLetterOrDigit)]) : null;

    /// <summary>How many mails of a kind an account got.</summary>
    public static Task<long> Mails(RunningHub hub, string kind, string mail) => hub.Ask<long>("""
        select count(*) from people.mails m join people.users u on u."Id" = m."UserId" where m."Kind" = $1 and u."Email" = $2
        """, kind, mail);

    /// <summary>How many links of registrations wait for an address.</summary>
    public static Task<long> Links(RunningHub hub, string mail) => hub.Ask<long>("select count(*) from people.codes where \"Purpose\" = 'confirm' and \"Data\"->>'mail' = $1", mail);

    public static Task<Look> Registers(this Guest guest, string mail, string name = "Elster-Ente", string password = Password) =>
        guest.Sends("/registrieren", "registrieren", ("Form.Mail", mail), ("Form.Name", name), ("Form.Password", password), ("Form.Rules", "true"));

    /// <summary>Registers and confirms.</summary>
    public static async Task<string> Settles(this Guest guest, string name)
    {
        var mail = Mail(name);
        await guest.Registers(mail, name);
        var confirmed = await guest.Sends("/konto/bestaetigen/" + await Code(guest.Hub, "confirm", mail), "bestaetigen");
        Assert.Contains("Ihr Konto ist bereit", confirmed.Text, StringComparison.Ordinal);
        return mail;
    }
}
