namespace Gera.Hub.Features.Halls.Papers;

/// <summary>Marker for <c>PaperTexts.resx</c> (German) and <c>PaperTexts.en.resx</c>.</summary>
public sealed class PaperTexts;
