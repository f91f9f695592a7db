namespace Gera.Hub.Features.Halls.Console;

/// <summary>Marker for <c>ConsoleTexts.resx</c> (German) and <c>ConsoleTexts.en.resx</c>.</summary>
public sealed class ConsoleTexts;
