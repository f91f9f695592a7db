using Gera.Hub.People;
using Gera.Hub.Storage.Files;
using Npgsql;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Takes a picture away, for good.</summary>
public sealed record DropPicture(Guid Announcement, Guid Picture) : IWish<Done>;

internal sealed class DropPictureVerb(PressPictures pictures) : IVerb<DropPicture, Done>
{
    public Permission Needs => Permission.Press;

    public Task<Scope?> ScopeOf(DropPicture wish, Deed deed) => PressScope.Of(wish.Announcement, deed);

    public async Task<Answer<Done>> Do(DropPicture wish, Deed deed)
    {
        if (await pictures.One(wish.Picture, deed.Stop) is not { } picture || picture.Announcement != wish.Announcement) return Refusals.NotFound;
        pictures.Drop(deed.Session, picture.Id);
        return new Done();
    }
}
