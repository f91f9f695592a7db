using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Gera.Hub.Shell;

/// <summary>Tables on their way into a spreadsheet.</summary>
public static class Spreadsheet
{
    /// <summary>A cell that a spreadsheet would take for a formula gets an apostrophe in front, so that it stays text (OWASP "CSV Injection").</summary>
    public static string Cell(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;

    /// <summary>RFC 4180, UTF-8 with a byte order mark (without it Excel takes umlauts for Latin-1). Every cell is text, formulas too.</summary>
    public static byte[] Bytes(IEnumerable<string> heads, IEnumerable<IEnumerable<string>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
            foreach (var row in rows.Prepend(heads))
            {
                foreach (var cell in row) csv.WriteField(Cell(cell));
                csv.NextRecord();
            }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>The table as a file to be kept.</summary>
    /// <param name="name">Of the file, e.g. <c>ideen.csv</c>.</param>
    public static IResult File(string name, IEnumerable<string> heads, IEnumerable<IEnumerable<string>> rows) => Results.File(Bytes(heads, rows), "text/csv; charset=utf-8", name);
}
