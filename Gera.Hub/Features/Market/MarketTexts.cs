namespace Gera.Hub.Features.Market;

/// <summary>Marker for <c>MarketTexts.resx</c> (German) and <c>MarketTexts.en.resx</c>.</summary>
public sealed class MarketTexts;
