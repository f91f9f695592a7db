namespace Gera.Hub.Features.Portal.Videos;

/// <summary>Marker for <c>VideoTexts.resx</c> (German) and <c>VideoTexts.en.resx</c>.</summary>
public sealed class VideoTexts;
