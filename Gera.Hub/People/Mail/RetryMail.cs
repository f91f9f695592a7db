using Gera.Hub.People.Grants;

namespace Gera.Hub.People.Mail;

/// <summary>Puts a mail that was given up back into the queue, as if it were new.</summary>
public sealed record RetryMail(Guid Mail) : IWish<Done>;

internal sealed class RetryMailVerb : IVerb<RetryMail, Done>
{
    public Permission Needs => Permission.Administer;

    public async Task<Scope?> ScopeOf(RetryMail wish, Deed deed) =>
        await deed.Find<bool?>("select true from people.mails where \"Id\" = $1 and \"DeadAt\" is not null", wish.Mail) is null ? null : new Scope { About = wish.Mail.ToString() };

    public Task<Answer<Done>> Do(RetryMail wish, Deed deed)
    {
        deed.Write("""update people.mails set "DeadAt" = null, "Attempts" = 0, "DueAt" = ? where "Id" = ?""", deed.Now, wish.Mail);
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
