namespace Gera.Hub.Features.Portal.Voices;

/// <summary>Marker for <c>VoiceTexts.resx</c> (German) and <c>VoiceTexts.en.resx</c>.</summary>
public sealed class VoiceTexts;
