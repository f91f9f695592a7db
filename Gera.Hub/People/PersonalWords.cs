using System.Globalization;

namespace Gera.Hub.People;

/// <summary>How moments and days read on personal pages and in mails: as the clocks in Gera show them, in the reader's language.</summary>
internal static class PersonalWords
{
    private static readonly TimeZoneInfo Gera = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static string Moment(DateTimeOffset at) => There(at).ToString(IsEnglish ? "d MMM yyyy, HH:mm" : "d. MMM yyyy, HH:mm 'Uhr'", CultureInfo.CurrentCulture);

    public static string Day(DateTimeOffset at) => There(at).ToString(IsEnglish ? "d MMMM yyyy" : "d. MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>The last time clocks in Gera showed that hour.</summary>
    public static DateTimeOffset LastAt(int hour, DateTimeOffset now)
    {
        var today = There(now).Date.AddHours(hour);
        var at = new DateTimeOffset(today, Gera.GetUtcOffset(today));
        if (at <= now) return at.ToUniversalTime();
        var yesterday = today.AddDays(-1);
        return new DateTimeOffset(yesterday, Gera.GetUtcOffset(yesterday)).ToUniversalTime();
    }

    /// <summary>The last Monday at that hour in Gera.</summary>
    public static DateTimeOffset LastMondayAt(int hour, DateTimeOffset now)
    {
        var at = LastAt(hour, now);
        while (There(at).DayOfWeek != DayOfWeek.Monday) at = LastAt(hour, at.AddHours(-2));
        return at;
    }

    public static DateTimeOffset There(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Gera);

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
