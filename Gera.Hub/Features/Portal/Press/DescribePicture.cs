using Gera.Hub.People;
using Gera.Hub.Storage.Files;
using Npgsql;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Changes what is said of a picture, and what of it must stay in view.</summary>
public sealed record DescribePicture(Guid Announcement, Guid Picture, PictureWords Words) : IWish<Done>;

internal sealed class DescribePictureVerb : IVerb<DescribePicture, Done>
{
    public Permission Needs => Permission.Press;

    public Task<Scope?> ScopeOf(DescribePicture wish, Deed deed) => PressScope.Of(wish.Announcement, deed);

    public Task<Answer<Done>> Do(DescribePicture wish, Deed deed)
    {
        if (wish.Words.Refuse() is { } bad) return Task.FromResult<Answer<Done>>(bad);
        var words = wish.Words;
        deed.Session.QueueSqlCommand("update portal.press_pictures set alt = ?, caption = ?, credit = ?, licence = ?, focus_x = ?, focus_y = ? where id = ? and announcement = ?",
            Text.Clean(words.Alt!), Text.Clean(words.Caption!), Text.Clean(words.Credit!), Text.Clean(words.Licence!), words.FocusX, words.FocusY, wish.Picture, wish.Announcement);
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
