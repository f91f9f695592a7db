using System.Globalization;

namespace Gera.Hub.Shell;

/// <summary>Moments in addresses: <c>?stand=2026-11-01</c> is the end of that day in Gera, with a time it is that moment.</summary>
internal static class Moments
{
    /// <summary>Null where there is none, or none that can be read.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200) return Berlin.Start(day.AddDays(1)).AddTicks(-10);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year is > 2000 and < 2200 ? at.ToUniversalTime() : null;
    }
}
