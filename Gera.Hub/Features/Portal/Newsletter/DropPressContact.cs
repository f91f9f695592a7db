using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Newsletter;

/// <summary>Takes a journalist off the press list; nothing of them is kept there.</summary>
public sealed record DropPressContact(Guid Contact) : IWish<Done>;

internal sealed class DropPressContactVerb(PressList list) : IVerb<DropPressContact, Done>
{
    public Permission Needs => Permission.Press;

    public async Task<Scope?> ScopeOf(DropPressContact wish, Deed deed) => await list.Has(wish.Contact, deed.Stop) ? new Scope { About = wish.Contact.ToString() } : null;

    public Task<Answer<Done>> Do(DropPressContact wish, Deed deed)
    {
        deed.Session.QueueSqlCommand("delete from portal.readers where id = ? and outlet is not null", wish.Contact);
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
