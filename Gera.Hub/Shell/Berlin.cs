namespace Gera.Hub.Shell;

/// <summary>Times as people in Gera read them.</summary>
public static class Berlin
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static string Words(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("d. MMMM yyyy, HH:mm", System.Globalization.CultureInfo.CurrentCulture);
}
