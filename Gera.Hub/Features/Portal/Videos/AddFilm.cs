using Gera.Hub.People;
using Gera.Hub.Storage.Files;

namespace Gera.Hub.Features.Portal.Videos;

/// <summary>Puts our own file in. What it is, its content says, not its name.</summary>
/// <param name="Content">MP4 or WebM, at most 120 MiB.</param>
public sealed record AddFilm(Guid Video, byte[] Content) : IWish<Done>;

internal sealed class AddFilmVerb(FileStore files) : IVerb<AddFilm, Done>
{
    public Permission Needs => Permission.Edit;

    public TimeSpan Patience => TimeSpan.FromSeconds(30);

    public async Task<Scope?> ScopeOf(AddFilm wish, Deed deed) => await deed.Session.LoadAsync<Video>(wish.Video, deed.Stop) is null ? null : new Scope { About = wish.Video.ToString() };

    public async Task<Answer<Done>> Do(AddFilm wish, Deed deed)
    {
        if (wish.Content.Length is 0 or > Video.FilmBytesMost) return VideoRefusals.FilmSize;
        if (TypeOf(wish.Content) is not { } type) return VideoRefusals.FilmUnreadable;
        var video = (await deed.Session.LoadAsync<Video>(wish.Video, deed.Stop))!;
        var edition = video.Edition + 1;
        files.Drop(deed.Session, Video.Prefix(video.Id));
        await files.Write(Video.KeyOf(video.Id, edition), wish.Content, type, deed.Stop);
        files.Keep(deed.Session, Video.KeyOf(video.Id, edition));
        // Captions of another film would tell something else.
        deed.Session.Store(video with { Edition = edition, FilmEdition = edition, FilmType = type, FilmBytes = wish.Content.Length, Captions = null, IsPublic = false });
        return new Done();
    }

    /// <summary>By how the file begins: an ISO media file for the web, or EBML.</summary>
    internal static string? TypeOf(ReadOnlySpan<byte> content) => content switch
    {
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "video/mp4",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => "video/webm",
        _ => null,
    };
}
