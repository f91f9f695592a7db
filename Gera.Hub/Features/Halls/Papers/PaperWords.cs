using System.Globalization;
using System.Text.Json;

namespace Gera.Hub.Features.Halls.Papers;

/// <summary>How papers write times, shares and ballots.</summary>
internal static class PaperWords
{
    private static readonly TimeZoneInfo Gera = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The time on Gera's clocks.</summary>
    public static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Gera);

    public static string Moment(DateTimeOffset at) => Local(at).ToString("f", CultureInfo.CurrentCulture);

    public static string Clock(DateTimeOffset at) => Local(at).ToString("t", CultureInfo.CurrentCulture);

    /// <summary>A share of a whole in percent with one decimal, or null of nothing.</summary>
    public static decimal? Percent(long? part, int? whole) => part is { } p && whole is > 0 and var w ? Math.Round(100m * p / w, 1, MidpointRounding.AwayFromZero) : null;

    public static string Show(decimal? percent) => percent is { } p ? string.Create(CultureInfo.CurrentCulture, $"{p:0.0} %") : "–";

    public static string Show(long? number) => number is { } n ? n.ToString("N0", CultureInfo.CurrentCulture) : "–";

    /// <summary>A choice as stored, in the words of the poll; as numbers when it does not fit the options.</summary>
    public static string Choice(PollRules rules, int[] choice)
    {
        var pairs = rules.Kind is PollKind.Rating or PollKind.Points;
        var named = pairs ? choice.Where((_, i) => i % 2 == 0) : choice;
        if (named.Any(n => n < 1 || n > rules.Options.Length)) return string.Join(", ", choice);
        return rules.Kind switch
        {
            PollKind.Ranking => string.Join(" · ", choice.Select((n, i) => string.Create(CultureInfo.CurrentCulture, $"{i + 1}. {rules.Options[n - 1]}"))),
            PollKind.Rating or PollKind.Points => string.Join(" · ", choice.Chunk(2).Where(p => p.Length == 2).Select(p => string.Create(CultureInfo.CurrentCulture, $"{rules.Options[p[0] - 1]}: {p[1]}"))),
            _ => string.Join(" · ", choice.Select(n => rules.Options[n - 1])),
        };
    }

    /// <summary>A ballot out of the record; null when its text is none.</summary>
    public static PaperBallot? Ballot(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<PaperBallot>(payload, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A ballot as its entry tells it. An open one has a receipt, a secret one only a random id.</summary>
internal sealed record PaperBallot(string? Receipt, string? Id, int[]? Choice, int[]? Was, string? Seal);
