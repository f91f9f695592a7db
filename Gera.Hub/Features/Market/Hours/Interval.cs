namespace Gera.Hub.Features.Market.Hours;

/// <summary>From when to when on a day, in minutes the clocks show since its midnight. An end above 24 hours is on the next day.</summary>
public readonly record struct Interval(int From, int To)
{
    public const int Day = 24 * 60;

    public bool IsSound => From is >= 0 and < Day && To > From && To <= From + Day;

    public bool Meets(Interval other) => From < other.To && other.From < To;

    /// <summary>The same interval, seen from so many days later.</summary>
    public Interval Later(int days) => new(From + days * Day, To + days * Day);
}
