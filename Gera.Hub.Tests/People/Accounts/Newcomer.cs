namespace Gera.Hub.Tests.People.Accounts;

/// <summary>People who open accounts in tests, and what the hub posts to them.</summary>
internal static class Newcomer
{
    public const string Password = "Kamille Dampfer Elster";

    private static int number;

    public static string Mail(string name) => $"{name}{Interlocked.Increment(ref number)}.{System.Security.Cryptography.RandomNumberGenerator.GetHexString(8)}@gera.example".ToLowerInvariant();

    /// <summary>The code of the newest mail of a kind, as its reader finds it in the link.</summary>
    public static Task<string> Code(RunningHub hub, string kind, string mail) => hub.Ask<string>("""
        select m."Data"->>'code' from people.mails m left join people.users u on u."Id" = m."UserId" where m."Kind" = $1 and coalesce(m."Address", u."Email") = $2 order by m."Id" desc limit 1
        """, kind, mail);

    public static Task<long> Mails(RunningHub hub, string kind, string mail) => hub.Ask<long>("""
        select count(*) from people.mails m left join people.users u on u."Id" = m."UserId" where m."Kind" = $1 and coalesce(m."Address", u."Email") = $2
        """, kind, mail);

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
