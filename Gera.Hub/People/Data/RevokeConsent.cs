using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Data;

/// <summary>Takes a consent back; what was done under it until now stays right.</summary>
public sealed record RevokeConsent(Guid Consent) : IWish<Done>;

internal sealed class RevokeConsentVerb(PeopleDb people) : IVerb<RevokeConsent, Done>
{
    public Permission Needs => Permission.Self;

    public bool OpenToBlocked => true;

    public async Task<Scope?> ScopeOf(RevokeConsent wish, Deed deed) =>
        await people.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.Id == wish.Consent, deed.Stop) is { } consent ? new Scope(Owner: consent.UserId) : null;

    public Task<Answer<Done>> Do(RevokeConsent wish, Deed deed)
    {
        deed.Session.QueueSqlCommand("""update people.consents set "RevokedAt" = ? where "Id" = ? and "RevokedAt" is null""", deed.Now, wish.Consent);
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
