namespace Gera.Hub.People.Accounts;

/// <summary>Marker for <c>PeopleTexts.resx</c> (German) and <c>PeopleTexts.en.resx</c>.</summary>
public sealed class PeopleTexts;
