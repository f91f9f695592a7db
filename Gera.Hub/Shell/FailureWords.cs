using Microsoft.Extensions.Localization;

namespace Gera.Hub.Shell;

/// <summary>What people read when an answer is a bare status.</summary>
public readonly record struct FailureWords(string Title, string Text)
{
    public static FailureWords For(int status, IStringLocalizer<ShellTexts> texts)
    {
        var kind = status switch
        {
            401 or 403 => "Forbidden",
            404 or 410 => "NotFound",
            405 or 413 or 415 => "NotPossible",
            429 or 503 => "Busy",
            >= 500 => "Broken",
            _ => "BadRequest",
        };
        return new(texts[$"{kind}Title"], texts[$"{kind}Text"]);
    }
}
