using System.Globalization;
using Gera.Hub.Shell;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Market.Hours;

/// <param name="Text">"öffnet um 8 Uhr", "schließt in 20 Minuten".</param>
/// <param name="Why">The holiday, or why these days are special; null on an ordinary day.</param>
public sealed record HoursNow(bool IsOpen, string Text, string? Why);

/// <summary>What a passer-by wants to know: open or not, and until when.</summary>
public sealed class HoursWords(IStringLocalizer<HoursTexts> texts)
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    public HoursNow At(OpeningHours hours, DateTimeOffset at)
    {
        var isOpen = hours.IsOpen(at);
        var today = Berlin.Day(at);
        var why = hours.SpecialOn(today) is { } special ? special.Reason : Holidays.On(today) is { } holiday ? texts["Holiday_" + holiday.Key].Value : null;
        return new HoursNow(isOpen, hours.NextChange(at) is { } change ? Until(isOpen, at, change) : texts[isOpen ? "AlwaysOpen" : "Closed"], why);
    }

    private string Until(bool isOpen, DateTimeOffset at, DateTimeOffset change)
    {
        var kind = isOpen ? "Closes" : "Opens";
        if (change - at <= Soon)
        {
            var minutes = (int)Math.Ceiling((change - at).TotalMinutes);
            return minutes == 1 ? texts[kind + "InOne"] : texts[kind + "In", minutes];
        }
        var (here, there) = (Berlin.Local(at), Berlin.Local(change));
        var german = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en";
        var clock = HoursText.Time(there.Hour * 60 + there.Minute, german);
        return (there.Date - here.Date).Days switch
        {
            0 => texts[kind + "At", clock],
            // Whoever is open past midnight closes "at 2", not "tomorrow".
            1 when isOpen && there.Hour < 6 => texts[kind + "At", clock],
            1 => texts[kind + "Tomorrow", clock],
            < 7 => texts[kind + "Weekday", there.ToString("dddd", CultureInfo.CurrentCulture), clock],
            _ => texts[kind + "Day", there.ToString(german ? "d. MMMM" : "d MMMM", CultureInfo.CurrentCulture), clock],
        };
    }
}
