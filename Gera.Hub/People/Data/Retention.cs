namespace Gera.Hub.People.Data;

/// <summary>How long something personal is kept. Rooms register theirs; the job of each day and the page for everybody read the same list.</summary>
/// <param name="Key">In <paramref name="Texts"/>: <c>Keep_Key</c> says what it is, <c>Why_Key</c> why so long.</param>
/// <param name="Sql">Deletes or empties what is older than <c>$1</c>.</param>
public sealed record Retention(string Key, Type Texts, TimeSpan Keep, string Sql);

/// <summary>What is kept of accounts, and how long.</summary>
internal static class PeopleRetention
{
    public static IReadOnlyList<Retention> All { get; } =
    [
        Of("SentMail", 30, """delete from people.mails where "SentAt" < $1"""),
        Of("DeadMail", 90, """delete from people.mails where "DeadAt" < $1"""),
        Of("ReadNotice", 90, """delete from people.notices where "ReadAt" < $1"""),
        Of("OldNotice", 365, """delete from people.notices where "ReadAt" is null and "At" < $1"""),
        Of("SignIn", 30, """delete from people.sign_ins where "SeenAt" < $1 and "At" < $1"""),
        Of("Code", 30, """delete from people.codes where "Until" < $1 or "UsedAt" < $1"""),
        Of("InvitationAddress", 7, """update people.codes set "Data" = "Data" - 'mail' where "Purpose" = 'invitation' and "Until" < $1 and "Data" ? 'mail'"""),
        Of("Unconfirmed", 7, """delete from people.users where not "EmailConfirmed" and "CreatedAt" < $1"""),
        Of("Block", 730, """delete from people.blocks where "LiftedAt" < $1 or "Until" < $1"""),
        Of("Role", 1095, """delete from people.grants where "EndedAt" < $1"""),
        Of("Consent", 1095, """delete from people.consents where "RevokedAt" < $1"""),
        Of("StaffDeed", 1095, """delete from people.staff_deeds where "At" < $1"""),
    ];

    private static Retention Of(string key, int days, string sql) => new(key, typeof(DataTexts), TimeSpan.FromDays(days), sql);
}
