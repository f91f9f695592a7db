using System.Globalization;
using Gera.Hub.Features.Market.Hours;
using Gera.Hub.Shell;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gera.Hub.Tests.Features.Market;

/// <summary>Opening hours against others who know: a table of holidays, and a clock that is asked minute by minute.</summary>
public sealed class HoursTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>As the package feiertagejs 1.4 names them for Thuringia.</summary>
    private static readonly Dictionary<int, string> Known = new()
    {
        [2024] = "01-01 03-29 04-01 05-01 05-09 05-20 09-20 10-03 10-31 12-25 12-26",
        [2025] = "01-01 04-18 04-21 05-01 05-29 06-09 09-20 10-03 10-31 12-25 12-26",
        [2026] = "01-01 04-03 04-06 05-01 05-14 05-25 09-20 10-03 10-31 12-25 12-26",
        [2027] = "01-01 03-26 03-29 05-01 05-06 05-17 09-20 10-03 10-31 12-25 12-26",
        [2028] = "01-01 04-14 04-17 05-01 05-25 06-05 09-20 10-03 10-31 12-25 12-26",
        [2029] = "01-01 03-30 04-02 05-01 05-10 05-21 09-20 10-03 10-31 12-25 12-26",
        [2030] = "01-01 04-19 04-22 05-01 05-30 06-10 09-20 10-03 10-31 12-25 12-26",
    };

    private static readonly OpeningHours Bakery = new(Read("Mo-Fr 6-18 Uhr, Sa 6-12"), OnHolidays.Closed, []);

    [Fact]
    public void Holidays_of_Thuringia_are_those_of_the_table()
    {
        foreach (var (year, days) in Known) Assert.Equal(days, string.Join(' ', Holidays.Of(year).Select(h => h.Day.ToString("MM-dd", CultureInfo.InvariantCulture))));
        // Before the law of 2019 children had no holiday.
        Assert.Null(Holidays.On(new DateOnly(2018, 9, 20)));
        Assert.Equal(new DateOnly(1961, 4, 2), Holidays.Easter(1961));
    }

    [Theory]
    [InlineData("Mo–Fr 8–18 Uhr, Sa 8–13 Uhr", "Mo–Fr 8–18 Uhr, Sa 8–13 Uhr", "Mon–Fri 8:00–18:00, Sat 8:00–13:00")]
    [InlineData("montag bis freitag 8.00 Uhr bis 18.30 Uhr", "Mo–Fr 8–18:30 Uhr", "Mon–Fri 8:00–18:30")]
    [InlineData("Di - Fr: 9-12 u. 14 - 18 Uhr; So geschlossen", "Di–Fr 9–12 und 14–18 Uhr", "Tue–Fri 9:00–12:00 and 14:00–18:00")]
    [InlineData("Fr+Sa 20-4 Uhr", "Fr, Sa 20–4 Uhr", "Fri, Sat 20:00–4:00")]
    [InlineData("täglich 11-24 Uhr", "täglich 11–24 Uhr", "daily 11:00–24:00")]
    [InlineData("Sa-Mo 10-0", "Mo, Sa, So 10–24 Uhr", "Mon, Sat, Sun 10:00–24:00")]
    [InlineData("Mon-Wed, Fri 9:00-12:00 and 14h to 18h", "Mo–Mi, Fr 9–12 und 14–18 Uhr", "Mon–Wed, Fri 9:00–12:00 and 14:00–18:00")]
    [InlineData("Rund um die Uhr", "rund um die Uhr", "around the clock")]
    [InlineData("geschlossen", "geschlossen", "closed")]
    public void What_an_owner_types_is_read_and_written_short(string typed, string german, string english)
    {
        var week = Read(typed);
        Assert.Equal((german, english), (HoursText.Of(week), HoursText.Of(week, german: false)));
    }

    [Theory]
    [InlineData("", "text_missing")]
    [InlineData("8-18 Uhr", "hours_day_missing")]
    [InlineData("Mo-Fr", "hours_time_missing")]
    [InlineData("Mo 8-18, Di", "hours_time_missing")]
    [InlineData("Mo 8", "hours_end_missing")]
    [InlineData("Mo 8-25", "hours_time_unknown")]
    [InlineData("Mo 8:70-9", "hours_time_unknown")]
    [InlineData("Mo 8-8", "hours_time_unknown")]
    [InlineData("Mo 8-12 und 11-14", "hours_overlap")]
    [InlineData("Sa 20-4, So 2-10", "hours_overlap")]
    [InlineData("So 20-4, Mo 3-10", "hours_overlap")]
    [InlineData("Mo-Mi 8-12, Di 14-18", "hours_day_twice")]
    [InlineData("Mo, Mo 8-12", "hours_day_twice")]
    [InlineData("Mo 8-12 geschlossen", "hours_overlap")]
    [InlineData("Mo 1-2 3-4 5-6 7-8 9-10 11-12 13-14", "hours_too_many")]
    [InlineData("nach Vereinbarung", "hours_word_unknown")]
    [InlineData("Mo 8-18 <script>", "hours_word_unknown")]
    [InlineData("Mo 8-12-18", "hours_end_missing")]
    public void What_cannot_be_read_is_refused_by_its_reason(string typed, string code) => Assert.Equal(code, HoursParser.Read(typed).Refusal?.Code);

    [Fact]
    public void A_refusal_names_the_word() => Assert.Contains("vereinbarung", HoursParser.Read("Mo nach Vereinbarung").Refusal!.German + HoursParser.Read("Mo Vereinbarung").Refusal!.German, StringComparison.Ordinal);

    [Fact]
    public void Special_days_are_read_and_written()
    {
        const string Typed = "3.8.2026–14.8.2026 geschlossen: Betriebsferien\n24.12.2026 9–12 Uhr";
        var days = SpecialParser.Read(Typed).Value;
        Assert.Equal(Typed, SpecialParser.Write(days));
        Assert.Equal("hours_date_unknown", SpecialParser.Read("31.2.2026 geschlossen").Refusal?.Code);
        Assert.Equal("hours_date_unknown", SpecialParser.Read("14.8.2026-3.8.2026 geschlossen").Refusal?.Code);
        Assert.Equal("hours_day_twice", SpecialParser.Read(Typed + "\n4.8.2026 8-9").Refusal?.Code);
        Assert.Equal("hours_word_unknown", SpecialParser.Read("4.8.2026 vielleicht").Refusal?.Code);
        Assert.Empty(SpecialParser.Read(null).Value);
    }

    [Fact]
    public void Whatever_is_written_short_is_read_as_the_same()
    {
        var random = new Random(800);
        for (var n = 0; n < 2000; n++)
        {
            var week = Some(random);
            foreach (var german in new[] { true, false }) Assert.Equal(week.Days, Read(HoursText.Of(week, german)).Days);
        }
    }

    // Known bad: with Berlin.At alone an opening at 2:30 in the night of spring begins half an hour late.
    [Fact]
    public void Open_or_not_and_the_next_change_are_what_a_clock_asked_each_minute_says()
    {
        var random = new Random(2037);
        DateOnly[] days = [new(2026, 3, 28), new(2026, 10, 24), new(2027, 3, 27), new(2026, 12, 23), new(2026, 9, 19), new(2026, 4, 2), new(2026, 6, 10)];
        for (var n = 0; n < 140; n++)
        {
            var day = days[n % days.Length];
            var hours = new OpeningHours(Some(random), (OnHolidays)random.Next(3), random.Next(3) == 0 ? [new SpecialDays(day.AddDays(1), day.AddDays(1), Some(random).Days[0], "Inventur")] : []);
            var (from, minutes) = (Berlin.Start(day), 3 * 1440);
            var latest = DateTime.MinValue;
            var open = new bool[minutes + 1440];
            for (var m = 0; m < open.Length; m++)
            {
                // Once the clocks have shown a time, they have, even when they are then put back.
                var shown = TimeZoneInfo.ConvertTime(from.AddMinutes(m), Zone).DateTime;
                open[m] = Naive(hours, day, latest = shown > latest ? shown : latest);
            }
            for (var m = 0; m < minutes; m += 7)
            {
                Assert.Equal(open[m], hours.IsOpen(from.AddMinutes(m)));
                var next = Array.FindIndex(open, m, o => o != open[m]);
                if (next > 0) Assert.Equal(from.AddMinutes(next), hours.NextChange(from.AddMinutes(m)));
                else Assert.True(hours.NextChange(from.AddMinutes(m)) is not { } later || later >= from.AddMinutes(open.Length));
            }
        }
    }

    [Theory]
    [InlineData("2026-11-24 07:30", "öffnet in 30 Minuten", "Mo-Fr 8-18")]
    [InlineData("2026-11-24 06:00", "öffnet um 8 Uhr", "Mo-Fr 8-18")]
    [InlineData("2026-11-24 17:40", "schließt in 20 Minuten", "Mo-Fr 8-18")]
    [InlineData("2026-11-24 17:59", "schließt in einer Minute", "Mo-Fr 8-18")]
    [InlineData("2026-11-24 12:00", "geöffnet bis 18:30 Uhr", "Mo-Fr 8-18:30")]
    [InlineData("2026-11-24 19:00", "öffnet morgen um 8 Uhr", "Mo-Fr 8-18")]
    [InlineData("2026-11-27 19:00", "öffnet am Montag um 8 Uhr", "Mo-Fr 8-18")]
    [InlineData("2026-11-27 23:00", "geöffnet bis 2 Uhr", "Fr 20-2")]
    [InlineData("2026-12-24 19:00", "öffnet am Montag um 8 Uhr", "Mo-Fr 8-18")]
    [InlineData("2026-12-24 19:00", "öffnet am 8. Januar um 9 Uhr", "Fr 9-10")]
    [InlineData("2026-11-24 12:00", "durchgehend geöffnet", "rund um die Uhr")]
    [InlineData("2026-11-24 12:00", "geschlossen", "geschlossen")]
    public void The_next_opening_or_closing_is_said_in_words(string at, string said, string typed)
    {
        var was = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (new CultureInfo("de-DE"), new CultureInfo("de-DE"));
        try
        {
            var hours = new OpeningHours(Read(typed), typed.StartsWith("rund", StringComparison.Ordinal) ? OnHolidays.AsUsual : OnHolidays.Closed, []);
            Assert.Equal(said, Words.At(hours, Berlin.At(DateTime.Parse(at, CultureInfo.InvariantCulture))).Text);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = was;
        }
    }

    [Fact]
    public void Company_holidays_say_why_and_pickup_has_hours_of_its_own()
    {
        var hours = Bakery with { Special = SpecialParser.Read("3.8.2026-14.8.2026 geschlossen: Betriebsferien").Value };
        var now = Words.At(hours, Berlin.At(new DateTime(2026, 8, 4, 10, 0, 0)));
        Assert.Equal((false, "Betriebsferien"), (now.IsOpen, now.Why));
        Assert.Equal(Berlin.At(new DateTime(2026, 8, 15, 6, 0, 0)), hours.NextChange(Berlin.At(new DateTime(2026, 8, 4, 10, 0, 0))));
        var shop = new ShopHours(hours, Delivery: new OpeningHours(Read("täglich 17-20"), OnHolidays.AsUsual, []));
        Assert.Same(hours, shop.ForPickup);
        Assert.True(shop.ForDelivery.IsOpen(Berlin.At(new DateTime(2026, 12, 25, 18, 0, 0))));
        Assert.False(shop.Shop.IsOpen(Berlin.At(new DateTime(2026, 12, 25, 10, 0, 0))));
    }

    [Fact]
    public void Search_engines_read_the_week_holidays_and_what_is_special()
    {
        var hours = new OpeningHours(Read("Mo-Fr 8-18, Sa 20-2"), OnHolidays.Closed, SpecialParser.Read("24.12.2026 9-12").Value);
        var json = HoursSchema.Of(hours, new DateOnly(2026, 11, 24)).ToJsonString();
        Assert.Contains("""{"@type":"OpeningHoursSpecification","opens":"08:00","closes":"18:00","dayOfWeek":["https://schema.org/Monday","https://schema.org/Tuesday","https://schema.org/Wednesday","https://schema.org/Thursday","https://schema.org/Friday"]}""", json, StringComparison.Ordinal);
        Assert.Contains("\"opens\":\"20:00\",\"closes\":\"02:00\"", json, StringComparison.Ordinal);
        Assert.Contains("""{"@type":"OpeningHoursSpecification","opens":"09:00","closes":"12:00","validFrom":"2026-12-24","validThrough":"2026-12-24"}""", json, StringComparison.Ordinal);
        Assert.Equal(11, json.Split("\"opens\":\"00:00\",\"closes\":\"00:00\"").Length - 1);
        Assert.Contains("\"closes\":\"23:59\"", HoursSchema.Of(new OpeningHours(Read("rund um die Uhr"), OnHolidays.AsUsual, []), new DateOnly(2026, 1, 1)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_survive_being_stored()
    {
        var hours = Bakery with { Special = SpecialParser.Read("24.12.2026 9-12 Uhr: Heiligabend").Value };
        var json = System.Text.Json.JsonSerializer.Serialize(new ShopHours(hours));
        var back = System.Text.Json.JsonSerializer.Deserialize<ShopHours>(json)!;
        Assert.Equal(json, System.Text.Json.JsonSerializer.Serialize(back));
        Assert.Equal("Mo–Fr 6–18 Uhr, Sa 6–12 Uhr", HoursText.Of(back.Shop.Week));
    }

    private static HoursWords Words => new(new StringLocalizer<HoursTexts>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));

    private static Week Read(string typed) => HoursParser.Read(typed).Value;

    /// <summary>Walks through a day as its clocks do: open at the first minute that shows the beginning or later, closed from the first that shows the end or later.</summary>
    private static bool Naive(OpeningHours hours, DateOnly first, DateTime latest)
    {
        for (var day = first.AddDays(-1); day <= first.AddDays(5); day = day.AddDays(1))
            foreach (var i in hours.On(day))
                if (day.ToDateTime(TimeOnly.MinValue).AddMinutes(i.From) <= latest && latest < day.ToDateTime(TimeOnly.MinValue).AddMinutes(i.To)) return true;
        return false;
    }

    private static Week Some(Random random)
    {
        while (true)
        {
            var week = new Week([.. Enumerable.Range(0, 7).Select(_ => Day(random))]);
            if (!week.Overlaps()) return week;
        }
    }

    private static IReadOnlyList<Interval> Day(Random random)
    {
        if (random.Next(4) == 0) return [];
        if (random.Next(12) == 0) return [new Interval(0, Interval.Day)];
        var marks = Enumerable.Range(0, 2 * random.Next(1, 3)).Select(_ => 15 * random.Next(0, 118)).Distinct().Order().ToArray();
        return [.. marks.Chunk(2).Where(c => c.Length == 2 && c[0] < Interval.Day && c[1] < Interval.Day + c[0]).Select(c => new Interval(c[0], c[1]))];
    }
}
