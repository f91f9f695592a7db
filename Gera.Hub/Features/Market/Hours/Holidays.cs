namespace Gera.Hub.Features.Market.Hours;

/// <param name="Key">Names it in the room's texts.</param>
public readonly record struct Holiday(DateOnly Day, string Key);

/// <summary>Public holidays of Thuringia, by the law's rules and not from a list.</summary>
public static class Holidays
{
    public static IReadOnlyList<Holiday> Of(int year)
    {
        var easter = Easter(year);
        Holiday[] all =
        [
            new(new(year, 1, 1), "NewYear"), new(easter.AddDays(-2), "GoodFriday"), new(easter.AddDays(1), "EasterMonday"), new(new(year, 5, 1), "MayDay"),
            new(easter.AddDays(39), "Ascension"), new(easter.AddDays(50), "WhitMonday"), new(new(year, 10, 3), "Unity"), new(new(year, 10, 31), "Reformation"),
            new(new(year, 12, 25), "Christmas"), new(new(year, 12, 26), "SecondChristmas"),
        ];
        // World Children's Day: in Thuringia alone, since 2019.
        return [.. all.Concat(year >= 2019 ? [new Holiday(new(year, 9, 20), "ChildrensDay")] : Array.Empty<Holiday>()).OrderBy(h => h.Day)];
    }

    public static Holiday? On(DateOnly day) => Of(day.Year).Where(h => h.Day == day).Select(h => (Holiday?)h).FirstOrDefault();

    /// <summary>Easter Sunday of the Gregorian calendar, as Meeus, Jones and Butcher count it.</summary>
    public static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var sum = h + l - 7 * m + 114;
        return new DateOnly(year, sum / 31, sum % 31 + 1);
    }
}
