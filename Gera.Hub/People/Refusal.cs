using System.Globalization;

namespace Gera.Hub.People;

/// <summary>A "no" as a value: a stable code for programs, one sentence for people, and the HTTP status it travels with.</summary>
/// <param name="Code">Lower case with underscores; clients depend on it, so it never changes.</param>
/// <param name="German">The sentence a citizen reads.</param>
/// <param name="English">The same sentence in the second language.</param>
/// <param name="Status">HTTP status, 400–503.</param>
public sealed record Refusal(string Code, string German, string English, int Status = StatusCodes.Status409Conflict)
{
    /// <summary>Seconds after which trying again makes sense; null when it does not.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The sentence in the reader's language.</summary>
    public string Sentence => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : German;

    /// <summary>The same refusal with the offending value's place named, e.g. which field is too long.</summary>
    public Refusal About(string german, string english) => this with { German = $"{German} ({german})", English = $"{English} ({english})" };
}
