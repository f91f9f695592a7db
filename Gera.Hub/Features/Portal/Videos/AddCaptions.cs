using System.Text;
using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Videos;

/// <summary>Gives a film of ours its captions.</summary>
/// <param name="Content">WebVTT in UTF-8, at most 500 KB.</param>
public sealed record AddCaptions(Guid Video, byte[] Content) : IWish<Done>;

internal sealed class AddCaptionsVerb : IVerb<AddCaptions, Done>
{
    public Permission Needs => Permission.Edit;

    public async Task<Scope?> ScopeOf(AddCaptions wish, Deed deed) => await deed.Session.LoadAsync<Video>(wish.Video, deed.Stop) is null ? null : new Scope { About = wish.Video.ToString() };

    public async Task<Answer<Done>> Do(AddCaptions wish, Deed deed)
    {
        if (Read(wish.Content) is not { } captions) return VideoRefusals.CaptionsUnreadable;
        var video = (await deed.Session.LoadAsync<Video>(wish.Video, deed.Stop))!;
        if (video.FilmType is null) return VideoRefusals.NoFilm;
        deed.Session.Store(video with { Edition = video.Edition + 1, Captions = captions });
        return new Done();
    }

    internal static string? Read(byte[] content)
    {
        if (content.Length is 0 or > Video.CaptionsMost) return null;
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF').ReplaceLineEndings("\n");
            return text.StartsWith("WEBVTT", StringComparison.Ordinal) && text.Contains("-->", StringComparison.Ordinal) && People.Text.Check(text, Video.CaptionsMost, ("", "")) is null ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
