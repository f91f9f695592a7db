using System.Security.Cryptography;
using System.Text;
using Gera.Hub.People;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Ends a link at once.</summary>
public sealed record EndEmbargoLink(Guid Announcement, Guid Link) : IWish<Done>;

internal sealed class EndEmbargoLinkVerb : IVerb<EndEmbargoLink, Done>
{
    public Permission Needs => Permission.Press;

    public Task<Scope?> ScopeOf(EndEmbargoLink wish, Deed deed) => PressScope.Of(wish.Announcement, deed);

    public Task<Answer<Done>> Do(EndEmbargoLink wish, Deed deed)
    {
        deed.Session.QueueSqlCommand("update portal.embargoes set ended_at = ? where id = ? and announcement = ? and ended_at is null", deed.Now, wish.Link, wish.Announcement);
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
