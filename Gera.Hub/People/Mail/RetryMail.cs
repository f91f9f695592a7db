namespace Gera.Hub.People.Mail;

/// <summary>Puts a mail that was given up back into the queue, as if it were new.</summary>
public sealed record RetryMail(Guid Mail) : IWish<Done>;

internal sealed class RetryMailVerb(PeopleDb people) : IVerb<RetryMail, Done>
{
    public Permission Needs => Permission.Administer;

    public async Task<Scope?> ScopeOf(RetryMail wish, Deed deed) =>
        await people.Mails.FindAsync([wish.Mail], deed.Stop) is { DeadAt: not null } ? new Scope { About = wish.Mail.ToString() } : null;

    public Task<Answer<Done>> Do(RetryMail wish, Deed deed)
    {
        deed.Session.QueueSqlCommand("""update people.mails set "DeadAt" = null, "Attempts" = 0, "DueAt" = ? where "Id" = ? and "DeadAt" is not null""", deed.Now, wish.Mail);
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
