namespace Gera.Hub.Features.Ideas.Pages;

/// <summary>The form of a new contest as it was typed.</summary>
public sealed class ContestTyped
{
    public string? Key { get; set; }

    public string? Title { get; set; }

    public string? Lead { get; set; }

    /// <summary>One category a line: short name; title; audience.</summary>
    public string? Categories { get; set; }

    public Participation Level { get; set; }

    public string? Why { get; set; }

    public bool Sealed { get; set; }

    public bool StaffSees { get; set; }

    public bool Anonymous { get; set; }

    public bool Moderated { get; set; }

    public int? Supports { get; set; }

    public int? Points { get; set; }

    public AnnounceContest ToWish()
    {
        var categories = (Categories ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Category).ToArray();
        Phase[] phases = Points is null ? [Phase.Submission, Phase.Support] : [Phase.Submission, Phase.Support, Phase.Points];
        var rules = new ContestRules(Sealed, Anonymous, Contests.Level.Account, Contests.Level.Account, Supports, Points, Points is { } points ? Math.Max(1, points * 2 / 5) : null, Moderated, 60, 16, Level, Why ?? "", Sealed && StaffSees);
        return new AnnounceContest(Key?.Trim(), Title, Lead, categories, [.. categories.SelectMany(c => phases.Select(p => new PlannedWindow(c.Key, p, null, null)))], rules);
    }

    private static Category Category(string line)
    {
        var parts = line.Split(';', 3, StringSplitOptions.TrimEntries);
        return new Category(parts[0], parts.ElementAtOrDefault(1) ?? parts[0], parts.ElementAtOrDefault(2) ?? "alle");
    }
}
