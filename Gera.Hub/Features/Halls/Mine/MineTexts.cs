namespace Gera.Hub.Features.Halls.Mine;

/// <summary>Marker for <c>MineTexts.resx</c> (German) and <c>MineTexts.en.resx</c>.</summary>
public sealed class MineTexts;
