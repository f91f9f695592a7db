namespace Gera.Hub.Shell;

/// <summary>Marker for <c>ShellTexts.resx</c> (German) and <c>ShellTexts.en.resx</c>.</summary>
public sealed class ShellTexts;
