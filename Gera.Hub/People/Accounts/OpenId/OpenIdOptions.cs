using System.ComponentModel.DataAnnotations;

namespace Gera.Hub.People.Accounts.OpenId;

/// <summary>The section <c>OpenId</c> of the settings; each key is explained in <c>appsettings.json</c>.</summary>
public sealed class OpenIdOptions : IValidatableObject
{
    public const string Section = "OpenId";

    /// <summary>Address of the identity provider. Null: nobody logs in that way.</summary>
    public string? Authority { get; init; }

    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>Words of the button.</summary>
    [RegularExpression("^[^\\p{Cc}]{1,60}$", ErrorMessage = "OpenId:Label must be one line of at most 60 characters.")]
    public string Label { get; init; } = "Mit dem Stadtkonto anmelden";

    [RegularExpression("^[^\\p{Cc}]{1,60}$", ErrorMessage = "OpenId:LabelEnglish must be one line of at most 60 characters.")]
    public string LabelEnglish { get; init; } = "Log in with the city's account";

    public string[] Scopes { get; init; } = [];

    public OpenIdClaims Claims { get; init; } = new();

    public bool IsOn => !string.IsNullOrWhiteSpace(Authority);

    public string Words => Shell.Language.IsGerman ? Label : LabelEnglish;

    /// <summary>Whether the provider runs on this very machine, where TLS protects nothing.</summary>
    public bool IsLocal => Uri.TryCreate(Authority, UriKind.Absolute, out var at) && at.IsLoopback;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn) yield break;
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var at) || at.Scheme is not ("https" or "http") || at.Query.Length + at.Fragment.Length > 0)
            yield return Wrong("OpenId:Authority must look like https://login.example.org.", nameof(Authority));
        else if (at.Scheme == "http" && !at.IsLoopback)
            yield return Wrong("OpenId:Authority must begin with https:// unless the provider runs on this machine.", nameof(Authority));
        if (string.IsNullOrWhiteSpace(ClientId)) yield return Wrong("OpenId:ClientId must be the name the provider knows the hub by.", nameof(ClientId));
        if (string.IsNullOrWhiteSpace(ClientSecret)) yield return Wrong("OpenId:ClientSecret must be what the provider gave the hub; better by the environment (OpenId__ClientSecret).", nameof(ClientSecret));
        if (!Scopes.Contains("openid", StringComparer.Ordinal)) yield return Wrong("OpenId:Scopes must contain openid.", nameof(Scopes));
        if (new[] { Claims.Subject, Claims.Mail, Claims.MailConfirmed, Claims.Name }.Any(string.IsNullOrWhiteSpace))
            yield return Wrong("OpenId:Claims must name Subject, Mail, MailConfirmed and Name.", nameof(Claims));
        if (string.IsNullOrWhiteSpace(Claims.Resident) != string.IsNullOrWhiteSpace(Claims.ResidentValue))
            yield return Wrong("OpenId:Claims:Resident and OpenId:Claims:ResidentValue belong together.", nameof(Claims));
    }

    private static ValidationResult Wrong(string sentence, string field) => new(sentence, [field]);
}

/// <summary>What the provider calls what it tells of a person.</summary>
public sealed class OpenIdClaims
{
    public string Subject { get; init; } = "sub";

    public string Mail { get; init; } = "email";

    public string MailConfirmed { get; init; } = "email_verified";

    public string Name { get; init; } = "name";

    /// <summary>With <see cref="ResidentValue"/> it says that the person lives in Gera. Null: nothing says so.</summary>
    public string? Resident { get; init; }

    public string? ResidentValue { get; init; }
}
