using System.Globalization;
using Gera.Hub.Shell;

namespace Gera.Hub.Features.Halls.Papers;

/// <summary>A poll's result as CSV, numbers with a decimal point.</summary>
internal static class PollTable
{
    private static readonly string[] Columns = ["Frage", "Nummer", "Antwort", "Stimmen", "Prozent der Abgegebenen", "Prozent der Berechtigten", "Abgegeben", "Berechtigt", "Kopf"];

    /// <summary>The file; null while numbers are hidden or there were too few.</summary>
    public static byte[]? Of(MinutesPoll poll)
    {
        if (poll.Voters is null || poll.Options.Any(o => o.Votes is null) || poll is { Kind: PollKind.Text, Words: null }) return null;
        var options = poll.Kind == PollKind.Text ? poll.Words!.Select((w, i) => new MinutesOption(i + 1, w.Text, w.Count, null, null, null, null)) : poll.Options;
        return Spreadsheet.Bytes(Columns, options.Select(option => new object?[] { poll.Question, option.Number, option.Text, option.Votes, option.OfCast, option.OfEntitled, poll.Voters, poll.Entitled, poll.Head }
            .Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")));
    }
}
