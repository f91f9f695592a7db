using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Newsletter;

/// <summary>Every "no" of the newsletter.</summary>
public static class NewsletterRefusals
{
    public static readonly Refusal AddressUnreadable = new("reader_address_bad", "Diese E-Mail-Adresse können wir nicht lesen.", "We cannot read this e-mail address.", 400);
    public static readonly Refusal NoTheme = new("reader_no_theme", "Bitte wählen Sie mindestens ein Thema.", "Please choose at least one theme.", 400);
    public static readonly Refusal ContactTaken = new("press_contact_taken", "Diese Adresse steht schon im Verteiler.", "This address is on the list already.");
    public static readonly Refusal ConsentMissing = new("reader_consent_missing", "Ohne Ihre Einwilligung dürfen wir Ihnen keine E-Mails schicken.", "Without your consent we may not send you mails.", 400);
}
