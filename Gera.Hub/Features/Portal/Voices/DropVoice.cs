using Gera.Hub.People;
using Gera.Hub.Storage.Files;

namespace Gera.Hub.Features.Portal.Voices;

/// <summary>Takes a voice away for good, portrait and all: somebody may change their mind about being here.</summary>
public sealed record DropVoice(Guid Voice) : IWish<Done>;

internal sealed class DropVoiceVerb(FileStore files) : IVerb<DropVoice, Done>
{
    public Permission Needs => Permission.Edit;

    public async Task<Scope?> ScopeOf(DropVoice wish, Deed deed) => await deed.Session.LoadAsync<Voice>(wish.Voice, deed.Stop) is null ? null : new Scope { About = wish.Voice.ToString() };

    public Task<Answer<Done>> Do(DropVoice wish, Deed deed)
    {
        deed.Session.Delete<Voice>(wish.Voice);
        files.Drop(deed.Session, Voice.Prefix(wish.Voice));
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
