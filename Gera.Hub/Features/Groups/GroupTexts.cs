namespace Gera.Hub.Features.Groups;

/// <summary>Marker for <c>GroupTexts.resx</c> (German) and <c>GroupTexts.en.resx</c>.</summary>
public sealed class GroupTexts;
