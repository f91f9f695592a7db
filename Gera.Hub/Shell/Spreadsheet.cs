namespace Gera.Hub.Shell;

/// <summary>Text on its way into a spreadsheet.</summary>
public static class Spreadsheet
{
    /// <summary>A cell that a spreadsheet would take for a formula gets an apostrophe in front, so that it stays text (OWASP "CSV Injection").</summary>
    public static string Cell(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
}
