using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Newsletter;

/// <summary>Ends it: nothing of this reader is kept. Once more finds nothing to end.</summary>
public sealed record EndReader(string? Code) : IWish<Done>;

internal sealed class EndReaderVerb(ReaderCodes codes) : IVerb<EndReader, Done>
{
    public Permission Needs => Permission.Anyone;

    public Task<Scope?> ScopeOf(EndReader wish, Deed deed) => Task.FromResult(codes.ReadKeep(wish.Code) is null ? null : Scope.None);

    public Task<Answer<Done>> Do(EndReader wish, Deed deed)
    {
        deed.Session.QueueSqlCommand("delete from portal.readers where id = ?", codes.ReadKeep(wish.Code)!);
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
