namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>How a choice counts. The first cells are the votes per option; behind them stand first places (ranking) or five star counts per option (rating).</summary>
public static class Cells
{
    public static int Count(PollRules rules) => rules.Kind switch
    {
        PollKind.Ranking => 2 * rules.Options.Length,
        PollKind.Rating => (1 + PollRules.Stars) * rules.Options.Length,
        _ => rules.Options.Length,
    };

    /// <summary>Adds a choice <paramref name="times"/> times; a negative number takes it away.</summary>
    public static void Add(long[] cells, PollRules rules, ReadOnlySpan<int> choice, long times)
    {
        var options = rules.Options.Length;
        switch (rules.Kind)
        {
            case PollKind.Rating:
                for (var i = 0; i < choice.Length; i += 2)
                {
                    cells[choice[i] - 1] += choice[i + 1] * times;
                    cells[options + (choice[i] - 1) * PollRules.Stars + choice[i + 1] - 1] += times;
                }
                break;
            case PollKind.Points:
                for (var i = 0; i < choice.Length; i += 2) cells[choice[i] - 1] += choice[i + 1] * times;
                break;
            case PollKind.Ranking:
                // Borda: the first of n gets n-1 points, the last and whoever is not ranked gets none.
                for (var i = 0; i < choice.Length; i++) cells[choice[i] - 1] += (options - 1 - i) * times;
                if (choice.Length > 0) cells[options + choice[0] - 1] += times;
                break;
            case PollKind.Text:
                break;
            default:
                foreach (var number in choice) cells[number - 1] += times;
                break;
        }
    }
}
