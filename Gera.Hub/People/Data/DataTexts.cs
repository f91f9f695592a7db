namespace Gera.Hub.People.Data;

/// <summary>Marker for <c>DataTexts.resx</c> (German) and <c>DataTexts.en.resx</c>.</summary>
public sealed class DataTexts;
