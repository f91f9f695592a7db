namespace Gera.Hub.Shell;

/// <summary>Times as people in Gera read them.</summary>
public static class Berlin
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static string Words(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("d. MMMM yyyy, HH:mm", System.Globalization.CultureInfo.CurrentCulture);

    /// <summary>When a day begins in Gera, as an instant.</summary>
    public static DateTimeOffset Start(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The day in Gera.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);
}
