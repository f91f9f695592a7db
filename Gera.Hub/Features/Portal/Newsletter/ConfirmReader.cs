using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Newsletter;

/// <summary>The link of the mail was used: from now on announcements come. Once more changes nothing.</summary>
public sealed record ConfirmReader(string? Code) : IWish<Done>;

internal sealed class ConfirmReaderVerb(ReaderCodes codes, ReaderList list) : IVerb<ConfirmReader, Done>
{
    public Permission Needs => Permission.Anyone;

    public Pace? Pace => new(60, 600, TimeSpan.FromHours(1));

    public async Task<Scope?> ScopeOf(ConfirmReader wish, Deed deed) => codes.ReadConfirm(wish.Code) is { } id && await list.One(id, deed.Stop) is not null ? Scope.None : null;

    public Task<Answer<Done>> Do(ConfirmReader wish, Deed deed)
    {
        deed.Session.QueueSqlCommand("update portal.readers set confirmed_at = ?, told_until = ? where id = ? and confirmed_at is null", deed.Now, deed.Now, codes.ReadConfirm(wish.Code)!);
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
