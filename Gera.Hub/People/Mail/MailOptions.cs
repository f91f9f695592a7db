using System.ComponentModel.DataAnnotations;
using MimeKit;

namespace Gera.Hub.People.Mail;

/// <summary>The section <c>Mail</c> of the settings; each key is explained in <c>appsettings.json</c>.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    /// <summary>SMTP server. Null: mails become files in the folder <c>mail</c> below the data directory.</summary>
    [RegularExpression("^[A-Za-z0-9.:-]+$", ErrorMessage = "Mail:Server must be a host name or an address, without a port.")]
    public string? Server { get; init; }

    [Range(1, 65535, ErrorMessage = "Mail:Port must be between 1 and 65535.")]
    public int Port { get; init; } = 587;

    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>Null: without log-in.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Address mails come from.</summary>
    [Required(ErrorMessage = "Mail:From must be the address mails come from.")]
    public string From { get; init; } = "hub@localhost";

    /// <summary>Name beside it.</summary>
    [RegularExpression("^[^\\p{Cc}]{1,80}$", ErrorMessage = "Mail:FromName must be one line of at most 80 characters.")]
    public string FromName { get; init; } = "Gera.Hub";

    /// <summary>Where answers go; null: to <see cref="From"/>.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Attempts before a mail is given up.</summary>
    [Range(1, 50, ErrorMessage = "Mail:Attempts must be between 1 and 50.")]
    public int Attempts { get; init; } = 8;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!MailWriter.TryAddress(From, out _)) yield return new ValidationResult("Mail:From must be a mail address such as hub@example.org.", [nameof(From)]);
        if (ReplyTo is not null && !MailWriter.TryAddress(ReplyTo, out _)) yield return new ValidationResult("Mail:ReplyTo must be a mail address such as hub@example.org.", [nameof(ReplyTo)]);
        if (User is null != Password is null) yield return new ValidationResult("Mail:User and Mail:Password belong together.", [nameof(User)]);
        if (User is not null && Security == MailSecurity.None) yield return new ValidationResult("Mail:Security must not be None where Mail:User logs in: the password would travel in the clear.", [nameof(Security)]);
    }
}

/// <summary>How the line to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Begins in the clear and is refused unless it turns to TLS.</summary>
    StartTls,

    /// <summary>TLS from the first byte, usually port 465.</summary>
    Tls,

    /// <summary>For a server on the same machine only.</summary>
    None,
}
