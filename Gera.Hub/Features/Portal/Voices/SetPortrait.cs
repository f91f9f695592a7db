using Gera.Hub.People;
using Gera.Hub.Storage.Files;

namespace Gera.Hub.Features.Portal.Voices;

/// <summary>Gives a voice its portrait. What it is, its content says, not its name; what the camera wrote is not kept.</summary>
/// <param name="Alt">What it shows, for those who do not see it.</param>
/// <param name="MayShow">The person agreed, and whoever took it.</param>
/// <param name="Content">JPEG, PNG or WebP, at most 15 MiB.</param>
public sealed record SetPortrait(Guid Voice, string? Alt, bool MayShow, byte[] Content) : IWish<Done>;

internal sealed class SetPortraitVerb(FileStore files) : IVerb<SetPortrait, Done>
{
    public Permission Needs => Permission.Edit;

    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public async Task<Scope?> ScopeOf(SetPortrait wish, Deed deed) => await deed.Session.LoadAsync<Voice>(wish.Voice, deed.Stop) is null ? null : new Scope { About = wish.Voice.ToString() };

    public async Task<Answer<Done>> Do(SetPortrait wish, Deed deed)
    {
        if (Text.Check(wish.Alt, Voice.AltMost, ("Bildbeschreibung", "description of the picture")) is { } bad) return bad;
        if (!wish.MayShow) return VoiceRefusals.NotAllowed;
        if (wish.Content.Length is 0 or > Voice.PortraitBytesMost) return VoiceRefusals.PortraitSize;
        var (picture, fault) = await PictureMill.Grind(wish.Content, deed.Stop);
        if (picture is null) return fault == PictureMill.Fault.TooManyPixels ? VoiceRefusals.PortraitSize : VoiceRefusals.PortraitUnreadable;
        var voice = (await deed.Session.LoadAsync<Voice>(wish.Voice, deed.Stop))!;
        foreach (var (size, webp) in picture.Files)
        {
            await files.Write(Voice.KeyOf(voice.Id, size), webp, "image/webp", deed.Stop);
            files.Keep(deed.Session, Voice.KeyOf(voice.Id, size));
        }
        deed.Session.Store(voice with { Alt = Text.Clean(wish.Alt!), Edition = voice.Edition + 1 });
        return new Done();
    }
}
