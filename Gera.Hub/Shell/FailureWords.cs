using Microsoft.Extensions.Localization;

namespace Gera.Hub.Shell;

/// <summary>What people read when an answer is a bare status.</summary>
public readonly record struct FailureWords(string Title, string Text)
{
    /// <param name="status">Of the answer.</param>
    /// <param name="texts">In the reader's language.</param>
    /// <param name="isFormOld">A form came without the token of its page, mostly because that page was open for too long.</param>
    public static FailureWords For(int status, IStringLocalizer<ShellTexts> texts, bool isFormOld = false)
    {
        var kind = status switch
        {
            400 when isFormOld => "FormOld",
            401 or 403 => "Forbidden",
            404 or 410 => "NotFound",
            405 or 413 or 415 => "NotPossible",
            429 => "TooMany",
            503 => "Busy",
            >= 500 => "Broken",
            _ => "BadRequest",
        };
        return new(texts[$"{kind}Title"], texts[$"{kind}Text"]);
    }
}
