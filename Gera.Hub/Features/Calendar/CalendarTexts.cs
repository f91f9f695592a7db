namespace Gera.Hub.Features.Calendar;

/// <summary>Marker for <c>CalendarTexts.resx</c> (German) and <c>CalendarTexts.en.resx</c>.</summary>
public sealed class CalendarTexts;
