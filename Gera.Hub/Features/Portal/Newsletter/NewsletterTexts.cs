namespace Gera.Hub.Features.Portal.Newsletter;

/// <summary>Marker for <c>NewsletterTexts.resx</c> (German) and <c>NewsletterTexts.en.resx</c>.</summary>
public sealed class NewsletterTexts;
