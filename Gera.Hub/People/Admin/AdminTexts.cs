namespace Gera.Hub.People.Admin;

/// <summary>Marker for <c>AdminTexts.resx</c> (German) and <c>AdminTexts.en.resx</c>.</summary>
public sealed class AdminTexts;
