namespace Gera.Hub.Features.Portal.Pages;

/// <summary>Marker for <c>PageTexts.resx</c> (German) and <c>PageTexts.en.resx</c>.</summary>
public sealed class PageTexts;
