using Gera.Hub.Shell;

namespace Gera.Hub.Features.Market.Hours;

/// <summary>What a shop does on public holidays.</summary>
public enum OnHolidays
{
    Closed,
    AsUsual,
    AsSunday,
}

/// <summary>Days on which something else holds: company holidays, a long evening. No intervals: closed.</summary>
public sealed record SpecialDays(DateOnly From, DateOnly To, IReadOnlyList<Interval> Intervals, string? Reason)
{
    public bool Cover(DateOnly day) => From <= day && day <= To;
}

/// <summary>From when to when, as instants.</summary>
public readonly record struct Stretch(DateTimeOffset From, DateTimeOffset To);

/// <summary>When something is open. Pure: what the clocks in Gera show decides, also in the nights they change.</summary>
public sealed record OpeningHours(Week Week, OnHolidays Holidays, IReadOnlyList<SpecialDays> Special)
{
    /// <summary>So far ahead it is looked for the next opening.</summary>
    private const int Ahead = 370;

    public static readonly OpeningHours None = new(Week.Closed, OnHolidays.Closed, []);

    /// <summary>What begins on a day. The first special day that covers it counts, then the holiday, then the week.</summary>
    public IReadOnlyList<Interval> On(DateOnly day) =>
        SpecialOn(day) is { } special ? special.Intervals
        : Holidays == OnHolidays.AsUsual || Hours.Holidays.On(day) is null ? Week.Of(day.DayOfWeek)
        : Holidays == OnHolidays.AsSunday ? Week.Of(DayOfWeek.Sunday)
        : [];

    public SpecialDays? SpecialOn(DateOnly day) => Special.FirstOrDefault(s => s.Cover(day));

    public bool IsOpen(DateTimeOffset at) => Stretches(Berlin.Day(at).AddDays(-1), 2).Any(s => s.From <= at && at < s.To);

    /// <summary>When the state of this moment ends, by an opening or a closing; null when it stays for a year.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset at)
    {
        foreach (var s in Stretches(Berlin.Day(at).AddDays(-1), Ahead))
        {
            if (at < s.From) return s.From;
            if (at < s.To) return s.To >= Berlin.Start(Berlin.Day(at).AddDays(Ahead - 2)) ? null : s.To;
        }
        return null;
    }

    /// <summary>What is open without a break, in order. What ends as the next begins is one.</summary>
    private IEnumerable<Stretch> Stretches(DateOnly first, int days)
    {
        Stretch? last = null;
        for (var n = 0; n < days; n++)
        {
            var day = first.AddDays(n);
            foreach (var i in On(day).OrderBy(i => i.From))
            {
                var next = new Stretch(At(day, i.From), At(day, i.To));
                if (next.To <= next.From) continue;
                if (last is { } open && next.From <= open.To) last = open with { To = next.To > open.To ? next.To : open.To };
                else
                {
                    if (last is { } done) yield return done;
                    last = next;
                }
            }
        }
        if (last is { } rest) yield return rest;
    }

    /// <summary>The first moment at which the clocks in Gera show that or later: in the hour that is left out, its end; in the one that comes twice, the first.</summary>
    internal static DateTimeOffset At(DateOnly day, int minutes)
    {
        var shown = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes);
        var at = Berlin.At(shown);
        return Berlin.Local(at) == shown ? at : Berlin.At(shown.AddMinutes(-shown.Minute));
    }
}

/// <summary>A shop's hours. Pickup and delivery have hours of their own, or those of the shop.</summary>
public sealed record ShopHours(OpeningHours Shop, OpeningHours? Pickup = null, OpeningHours? Delivery = null)
{
    public OpeningHours ForPickup => Pickup ?? Shop;

    public OpeningHours ForDelivery => Delivery ?? Shop;
}
