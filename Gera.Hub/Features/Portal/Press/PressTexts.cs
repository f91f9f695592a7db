namespace Gera.Hub.Features.Portal.Press;

/// <summary>Marker for <c>PressTexts.resx</c> (German) and <c>PressTexts.en.resx</c>.</summary>
public sealed class PressTexts;
