namespace Gera.Hub.People.Notices;

/// <summary>Marker for <c>NoticeTexts.resx</c> (German) and <c>NoticeTexts.en.resx</c>.</summary>
public sealed class NoticeTexts;
