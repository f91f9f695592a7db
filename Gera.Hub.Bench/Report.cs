using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gera.Hub.Bench.Running;

namespace Gera.Hub.Bench;

/// <summary>The table on the screen and the JSON beside it.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static void Head(string text) => Console.WriteLine($"\n== {text}");

    /// <summary>One line per figure, one column per stage.</summary>
    public static void Table(IReadOnlyList<Outcome> outcomes)
    {
        Console.WriteLine($"{"",-46}{string.Concat(outcomes.Select(o => $"{o.Stage,14}"))}");
        foreach (var name in outcomes.SelectMany(o => o.Figures.Keys).Distinct())
            Line(name, [.. outcomes.Select(o => o.Figures.GetValueOrDefault(name, double.NaN))]);
    }

    public static void Line(string name, params double[] values) =>
        Console.WriteLine($"{name,-46}{string.Concat(values.Select(v => $"{Show(v),14}"))}");

    public static void Round(int number, Outcome outcome)
    {
        var figures = outcome.Figures;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {number}, {outcome.Stage,-12} {figures["votes per second"],8:N0} votes/s, p99 {figures["latency p99 ms"],7:N1} ms, others {figures["CPU voting, others % of the machine"],4:N1} %, idle {figures["CPU voting, idle % of the machine"],4:N1} %{(outcome.Noisy ? ", noisy" : "")}"));
    }

    /// <summary>Who counted what, and whether they agree.</summary>
    public static void Counts(Outcome outcome)
    {
        foreach (var (source, votes) in outcome.Counts.OrderBy(c => c.Key != "oracle"))
            Console.WriteLine($"{"count by " + source,-46}{(votes is null ? "not told" : string.Join("  ", votes)),14}");
        Console.WriteLine($"{"counts equal",-46}{(outcome.AllEqual ? "yes" : "NO"),14}");
        Console.WriteLine($"{"answers",-46}{Words(outcome.Statuses)}");
        if (outcome.Troubles.Count > 0)
            Console.WriteLine($"{"troubles",-46}{Words(outcome.Troubles)}");
    }

    public static async Task Write(string? file, object whole)
    {
        if (file is not null)
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(whole, Json));
    }

    /// <summary>Figure by figure the median of the quiet rounds (of all, if none was), but memory from the first round, before the hub has room left over; counts, answers and troubles of the worst repetition: one that disagrees, if any.</summary>
    public static Outcome Median(IReadOnlyList<Outcome> rounds)
    {
        Outcome[] quiet = [.. rounds.Where(r => !r.Noisy)];
        var timed = quiet.Length > 0 ? quiet : [.. rounds];
        return (rounds.FirstOrDefault(r => !r.AllEqual) ?? rounds[^1]) with
        {
            Figures = rounds[0].Figures.Keys.ToDictionary(name => name, name => name == Measurement.MemoryPerVoter ? rounds[0].Figures[name]
                : Median([.. timed.Select(r => r.Figures.GetValueOrDefault(name, double.NaN))])),
        };
    }

    public static double Median(double[] values) => values.Length == 0 ? double.NaN
        : values.Order().Skip((values.Length - 1) / 2).Take(2 - values.Length % 2).Average();

    private static string Words(Dictionary<string, int> words) => string.Join(", ", words.OrderByDescending(w => w.Value).Select(w => $"{w.Value} {w.Key}"));

    private static string Show(double value) => double.IsNaN(value) ? "–"
        : value.ToString(Math.Abs(value) >= 100 || value == Math.Floor(value) ? "N0" : "N1", CultureInfo.InvariantCulture);
}
