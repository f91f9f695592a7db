namespace Gera.Hub.Features.Ideas;

/// <summary>Marker for <c>IdeaTexts.resx</c> (German) and <c>IdeaTexts.en.resx</c>.</summary>
public sealed class IdeaTexts;
