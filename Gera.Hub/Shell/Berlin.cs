namespace Gera.Hub.Shell;

/// <summary>Times as people in Gera read them.</summary>
public static class Berlin
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static string Words(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("d. MMMM yyyy, HH:mm", System.Globalization.CultureInfo.CurrentCulture);

    /// <summary>What the clocks in Gera show.</summary>
    public static DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).DateTime;

    /// <summary>When the clocks in Gera show that. An hour that comes twice is the first; one that is left out is an hour later.</summary>
    public static DateTimeOffset At(DateTime there)
    {
        var shown = DateTime.SpecifyKind(there, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(shown)) shown = shown.AddHours(1);
        var offset = Zone.IsAmbiguousTime(shown) ? Zone.GetAmbiguousTimeOffsets(shown).Max() : Zone.GetUtcOffset(shown);
        return new DateTimeOffset(shown, offset).ToUniversalTime();
    }

    /// <summary>When a day begins in Gera, as an instant.</summary>
    public static DateTimeOffset Start(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The day in Gera.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);
}
