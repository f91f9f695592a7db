namespace Gera.Hub.Features.Halls.Polls;

/// <summary>The words that may stand in square brackets before a question of a text list: a kind, "secret", or both, parted by a comma.</summary>
public static class PollMarks
{
    /// <summary>A kind and its words. The first German and the first English one are those the page explains.</summary>
    public static readonly IReadOnlyList<(PollKind Kind, string[] German, string[] English)> Kinds =
    [
        (PollKind.Single, ["Eine Antwort", "Eine", "Auswahl"], ["One option", "One", "Single"]),
        (PollKind.Multiple, ["Mehrere", "Mehrere Antworten", "Mehrfach"], ["Several", "Several options", "Multiple"]),
        (PollKind.Rating, ["Bewertung", "Sterne"], ["Rating", "Stars"]),
        (PollKind.Ranking, ["Rangfolge", "Reihenfolge"], ["Ranking", "Order"]),
        (PollKind.Points, ["Punkte"], ["Points"]),
        (PollKind.Text, ["Text", "Freier Text"], ["Free text"]),
        (PollKind.Motion, ["Antrag"], ["Motion"]),
    ];

    public const string Secret = "geheim", SecretEnglish = "secret";

    private static readonly Dictionary<string, PollKind> ByWord = Kinds.SelectMany(k => k.German.Concat(k.English), (k, word) => (word, k.Kind))
        .ToDictionary(p => p.word, p => p.Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>What the words between the brackets say; null when one of them is unknown or two contradict each other.</summary>
    public static (PollKind? Kind, bool Secret)? Read(string words)
    {
        (PollKind? Kind, bool Secret) found = (null, false);
        foreach (var word in words.Split(',', StringSplitOptions.TrimEntries))
        {
            if (word.Equals(Secret, StringComparison.OrdinalIgnoreCase) || word.Equals(SecretEnglish, StringComparison.OrdinalIgnoreCase)) found.Secret = true;
            else if (found.Kind is null && ByWord.TryGetValue(word, out var kind)) found.Kind = kind;
            else return null;
        }
        return found;
    }
}
