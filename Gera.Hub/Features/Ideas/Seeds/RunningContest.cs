namespace Gera.Hub.Features.Ideas.Seeds;

/// <summary>A contest that runs: one category still takes sealed ideas, the other's are out and can be supported.</summary>
internal sealed class RunningContest(IdeaSeeds seeds, IReadOnlyList<Guid> authors, DateTimeOffset begin)
{
    private static readonly ContestRules Rules = new(true, true, Level.Account, Level.Account, 10, 100, 40, false, 60, 16, Participation.Cooperation,
        "Ihre Punkte ergeben die Rangfolge der Öffentlichkeit. Der Ausschuss empfiehlt, der Stadtrat entscheidet über die Preise.");

    public async Task Sow(CancellationToken stop)
    {
        var end = Shell.Berlin.Start(Shell.Berlin.Day(begin.AddDays(48)));
        Category[] categories = [new("jugend", "Schulen und Jugend", "Klassen 5 bis 12, Berufsschulen, Jugendklubs"), new("quartier", "Mein Quartier", "alle, die hier wohnen")];
        PlannedWindow[] windows =
        [
            new("jugend", Phase.Submission, null, end), new("jugend", Phase.Support, end.AddDays(1), end.AddDays(29)), new("jugend", Phase.Points, end.AddDays(30), end.AddDays(44)),
            new("quartier", Phase.Submission, null, null), new("quartier", Phase.Support, null, end), new("quartier", Phase.Points, end.AddDays(1), end.AddDays(15)),
        ];
        var time = new Past(begin);
        var contest = await seeds.Announce(time, new AnnounceContest("2026", "Ideenwettbewerb „Wie leben wir 2037?“", "Elf Jahre bis zum Stadtjubiläum: Was soll dann ganz selbstverständlich sein?", categories, windows, Rules),
            [("jugend", Phase.Submission), ("quartier", Phase.Submission)], stop);
        var made = new List<(Guid Id, SeedIdea Idea)>();
        foreach (var (n, idea) in SeedIdeas.Running.Index())
            made.Add((await seeds.Submit(new Past(begin.AddDays(1).AddHours(7 * n)), "2026", n < 3 ? "jugend" : "quartier", idea, authors[n % authors.Count], stop), idea));
        var door = seeds.DoorAt(new Past(begin.AddDays(8)));
        await door.Send<MovePhase, People.Done>(new MovePhase(contest, "quartier", Phase.Submission, false), People.Caller.Clock, stop);
        await door.Send<MovePhase, People.Done>(new MovePhase(contest, "quartier", Phase.Support, true), People.Caller.Clock, stop);
        var crowd = new Crowd(seeds.Store, 137);
        foreach (var (id, idea) in made.Skip(3)) await crowd.Support(id, idea.Supports, begin.AddDays(8), begin.AddDays(20), stop);
    }
}
