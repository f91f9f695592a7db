namespace Gera.Hub.People.Grants;

/// <summary>Marker for <c>GrantTexts.resx</c> (German) and <c>GrantTexts.en.resx</c>.</summary>
public sealed class GrantTexts;
