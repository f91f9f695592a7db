using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Voices;

/// <summary>Every "no" about voices.</summary>
public static class VoiceRefusals
{
    public static readonly Refusal Changed = new("voice_changed", "Jemand anderes hat diese Stimme inzwischen geändert. Ihr Text steht noch im Feld; bitte vergleichen Sie ihn mit der neuen Fassung.", "Someone else has changed this voice meanwhile. Your text is still in the field; please compare it with the new version.");
    public static readonly Refusal NotAllowed = new("voice_not_allowed", "Ein Bild zeigen wir nur, wenn die abgebildete Person und die Urheberin oder der Urheber einverstanden sind.", "We only show a picture when the person in it and whoever made it agree.", 400);
    public static readonly Refusal PortraitSize = new("voice_portrait_size", "Das Bild fehlt oder ist zu groß: höchstens 15 MB und 40 Megapixel.", "The picture is missing or too large: at most 15 MB and 40 megapixels.", 400);
    public static readonly Refusal PortraitUnreadable = new("voice_portrait_unreadable", "Diese Datei ist kein Bild, das wir lesen können. Es gehen JPEG, PNG und WebP.", "This file is no picture we can read. JPEG, PNG and WebP will do.", 400);
}
