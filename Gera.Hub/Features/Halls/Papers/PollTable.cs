using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Gera.Hub.Shell;

namespace Gera.Hub.Features.Halls.Papers;

/// <summary>A poll's result as CSV: RFC 4180, UTF-8 with a byte order mark (without it Excel takes umlauts for Latin-1), numbers with a decimal point.</summary>
internal static class PollTable
{
    private static readonly string[] Columns = ["Frage", "Nummer", "Antwort", "Stimmen", "Prozent der Abgegebenen", "Prozent der Berechtigten", "Abgegeben", "Berechtigt", "Kopf"];

    /// <summary>The file; null while numbers are hidden or there were too few.</summary>
    public static byte[]? Of(MinutesPoll poll)
    {
        if (poll.Voters is null || poll.Options.Any(o => o.Votes is null) || poll is { Kind: PollKind.Text, Words: null }) return null;
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
        {
            foreach (var column in Columns) csv.WriteField(column);
            csv.NextRecord();
            var options = poll.Kind == PollKind.Text ? poll.Words!.Select((w, i) => new MinutesOption(i + 1, w.Text, w.Count, null, null, null, null)) : poll.Options;
            foreach (var option in options)
            {
                csv.WriteField(Spreadsheet.Cell(poll.Question));
                csv.WriteField(option.Number);
                csv.WriteField(Spreadsheet.Cell(option.Text));
                csv.WriteField(option.Votes);
                csv.WriteField(option.OfCast);
                csv.WriteField(option.OfEntitled);
                csv.WriteField(poll.Voters);
                csv.WriteField(poll.Entitled);
                csv.WriteField(poll.Head);
                csv.NextRecord();
            }
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
