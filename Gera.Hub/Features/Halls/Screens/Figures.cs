using System.Globalization;

namespace Gera.Hub.Features.Halls.Screens;

/// <summary>Numbers of a poll as they are shown; <c>wwwroot/js/figures.js</c> reckons the same.</summary>
internal static class Figures
{
    /// <summary>How full an option's bar is, 0–1: of the votes cast, of five stars, of the most Borda points there could be, of all points given.</summary>
    public static double Share(PollSnapshot poll, OptionSnapshot option)
    {
        var whole = poll.Kind switch
        {
            PollKind.Rating => 5.0 * Ratings(poll, option),
            PollKind.Ranking => (double)poll.Voters * (poll.Options.Length - 1),
            PollKind.Points => poll.Options.Sum(o => o.Votes ?? 0),
            _ => poll.Voters,
        };
        return whole > 0 ? Math.Clamp((option.Votes ?? 0) / whole, 0, 1) : 0;
    }

    public static string Style(PollSnapshot poll, OptionSnapshot option) => string.Create(CultureInfo.InvariantCulture, $"--share: {100 * Share(poll, option):0.##}%");

    public static string Percent(PollSnapshot poll, OptionSnapshot option) => poll.Voters == 0 ? "–" : string.Create(CultureInfo.CurrentCulture, $"{100 * Share(poll, option):0.#} %");

    public static string Of(long? votes, int entitled) => string.Create(CultureInfo.CurrentCulture, $"{100.0 * (votes ?? 0) / entitled:0.#} %");

    /// <summary>Average stars, one digit behind the comma.</summary>
    public static string Average(PollSnapshot poll, OptionSnapshot option) =>
        Ratings(poll, option) is > 0 and var ratings ? ((option.Votes ?? 0) / (double)ratings).ToString("0.0", CultureInfo.CurrentCulture) : "–";

    public static string Number(long? number) => number?.ToString("N0", CultureInfo.CurrentCulture) ?? "–";

    /// <summary>Ballots in; of a secret poll nothing below five, which is not the same as none.</summary>
    public static string Voters(PollSnapshot poll) => poll is { Secret: true, Voters: < Poll.Crowd } ? "< 5" : Number(poll.Voters);

    /// <summary>Size of a word between 1 and 3.</summary>
    public static string Weight(int count, int most) => (1 + (most > 1 ? 2.0 * (count - 1) / (most - 1) : 0)).ToString("0.##", CultureInfo.InvariantCulture);

    private static long Ratings(PollSnapshot poll, OptionSnapshot option) => poll.Detail?.Stars?[option.Number - 1].Sum() ?? 0;
}
