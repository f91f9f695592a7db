namespace Gera.Hub.Features.Halls.Screens;

/// <summary>Marker for <c>ScreenTexts.resx</c> (German) and <c>ScreenTexts.en.resx</c>.</summary>
public sealed class ScreenTexts;
