namespace Gera.Hub.Features.Portal;

/// <summary>Marker for <c>PortalTexts.resx</c> (German) and <c>PortalTexts.en.resx</c>.</summary>
public sealed class PortalTexts;
