using Gera.Hub.People;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>
/// A poll of a text list: the first line is the question, each further one an option, with or without a dash or star before it; a blank line
/// ends it. In square brackets before the question may stand what kind it is, see <see cref="PollMarks"/>.
/// </summary>
/// <param name="Line">Where it begins, from one.</param>
/// <param name="WrongLine">The line to be mended; 0 when there is nothing to mend.</param>
/// <param name="Refusal">What is wrong with it.</param>
public sealed record WrittenPoll(int Line, PollDraft Draft, int WrongLine = 0, Refusal? Refusal = null)
{
    /// <summary>Most characters of a list. In a circuit's message, which takes 32 KB, each may need three bytes.</summary>
    public const int MostCharacters = 10_000;

    private const string Dashes = "-*•–";

    /// <summary>All polls of a list, in its order, those with a mistake among them. Never throws, whatever was pasted.</summary>
    public static IReadOnlyList<WrittenPoll> Read(string text)
    {
        var polls = new List<WrittenPoll>();
        var lines = new List<(int Number, string Text)>();
        foreach (var (number, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            // Files of some editors begin with a mark nobody sees.
            var bare = line.Trim().Trim('\uFEFF').Trim();
            if (bare.Length > 0) lines.Add((number + 1, bare));
            else Take();
        }
        Take();
        return polls;

        void Take()
        {
            if (lines.Count > 0) polls.Add(Of(lines));
            lines.Clear();
        }
    }

    private static WrittenPoll Of(List<(int Number, string Text)> lines)
    {
        var (number, first) = lines[0];
        if (Undashed(first).Length < first.Length) return new WrittenPoll(number, new PollDraft(first, null, null), number, HallRefusals.ListQuestionMissing);
        var (question, marks) = (first, ((PollKind? Kind, bool Secret)?)(null, false));
        if (first[0] == '[' && first.IndexOf(']') is > 0 and var end) (question, marks) = (first[(end + 1)..].Trim(), PollMarks.Read(first[1..end]));
        var options = lines[1..].ConvertAll(l => (l.Number, Text: Undashed(l.Text)));
        var draft = new PollDraft(question, marks?.Kind ?? PollKind.Single, options.Count > 0 ? [.. options.Select(o => o.Text)] : null, marks?.Secret);
        if (marks is null) return new WrittenPoll(number, draft, number, HallRefusals.ListMarkUnknown);
        if (draft is { Kind: PollKind.Text, Options: not null }) return new WrittenPoll(number, draft, options[0].Number, HallRefusals.ListTextHasOptions);
        // No mark asks for a majority, so whether it is known how many are entitled does not matter.
        return draft.ToRules(false).Refusal is { } refusal ? new WrittenPoll(number, draft, WrongOption(options, refusal) ?? number, refusal) : new WrittenPoll(number, draft);
    }

    /// <summary>The line of the first option that is too long, not readable or there twice; null when the question or the whole is wrong.</summary>
    private static int? WrongOption(List<(int Number, string Text)> options, Refusal refusal)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (number, text) in options)
        {
            if (refusal == HallRefusals.OptionsAlike ? !known.Add(Text.Clean(text)) : Text.Check(text, PollRules.LongestOption, PollDraft.OptionName) == refusal) return number;
        }
        return null;
    }

    /// <summary>An option without its dash. A dash that touches a digit is a minus.</summary>
    private static string Undashed(string line) =>
        Dashes.Contains(line[0], StringComparison.Ordinal) && (line.Length == 1 || !char.IsAsciiDigit(line[1])) ? line[1..].TrimStart() : line;
}
