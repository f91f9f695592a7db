namespace Gera.Hub.People.Mail;

/// <summary>Marker for <c>MailTexts.resx</c> (German) and <c>MailTexts.en.resx</c>.</summary>
public sealed class MailTexts;
