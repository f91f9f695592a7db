namespace Gera.Hub.Features.Market.Hours;

/// <summary>Marker for <c>HoursTexts.resx</c> (German) and <c>HoursTexts.en.resx</c>.</summary>
public sealed class HoursTexts;
