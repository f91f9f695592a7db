using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Entries;

/// <summary>Throws a draft away; once more changes nothing.</summary>
public sealed record DropDraft(Guid Draft) : IWish<Done>;

internal sealed class DropDraftVerb : IVerb<DropDraft, Done>
{
    public Permission Needs => Permission.Account;

    public bool OpenToBlocked => true;

    public Task<Answer<Done>> Do(DropDraft wish, Deed deed)
    {
        var me = deed.Person.Id!.Value;
        deed.Session.DeleteWhere<IdeaDraft>(d => d.Id == wish.Draft && d.Person == me);
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
