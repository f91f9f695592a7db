using System.Globalization;
using Gera.Hub.Shell;

namespace Gera.Hub.People.Accounts;

/// <summary>A moment as it stands on the clock in Gera.</summary>
internal static class Moment
{
    private static readonly TimeZoneInfo Gera = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static string Of(DateTimeOffset at)
    {
        var culture = CultureInfo.GetCultureInfo(CultureInfo.CurrentUICulture.Name);
        return TimeZoneInfo.ConvertTime(at, Gera).ToString(Language.IsGerman ? "d. MMMM yyyy, HH:mm 'Uhr'" : "d MMMM yyyy, HH:mm", culture);
    }
}
