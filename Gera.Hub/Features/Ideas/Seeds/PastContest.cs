using Gera.Hub.People;

namespace Gera.Hub.Features.Ideas.Seeds;

/// <summary>A contest that is over, run as the one of 2020 was: sealed until the deadline, then the public's view, the committee's and the council's, prizes.</summary>
internal sealed class PastContest(IdeaSeeds seeds, IReadOnlyList<Guid> authors, DateTimeOffset begin)
{
    private static readonly Category[] Categories =
    [
        new("betriebe", "Unternehmen und Handwerk", "Betriebe mit Sitz in Gera"),
        new("familien", "Familien", "Familien mit Kindern"),
        new("vereine", "Vereine und Verbände", "eingetragene Vereine und Initiativen"),
    ];

    private static readonly ContestRules Rules = new(true, false, Level.Account, Level.Account, 5, null, null, false, 60, 16, Participation.Cooperation,
        "Die Unterstützung der Öffentlichkeit, die Empfehlung des Ausschusses und der Beschluss des Stadtrats stehen nebeneinander. Über die Preise entscheidet der Stadtrat.");

    private static readonly (string Title, int Euros)[] Prizes = [("1. Preis", 3000), ("2. Preis", 2000), ("3. Preis", 1000), ("4. Preis", 500), ("5. Preis", 250)];

    public async Task Sow(CancellationToken stop)
    {
        var time = new Past(begin);
        var windows = Categories.SelectMany(c => new[] { new PlannedWindow(c.Key, Phase.Submission, null, null), new PlannedWindow(c.Key, Phase.Support, null, null) }).ToArray();
        var contest = await seeds.Announce(time, new AnnounceContest("2025", "Ideenwettbewerb „Unsere Stadt, unsere Ideen“", "Drei Kategorien, ein Ziel: Vorhaben, die Gera schnell lebenswerter machen.", Categories, windows, Rules),
            Categories.Select(c => (c.Key, Phase.Submission)), stop);
        var made = new List<(Guid Id, SeedIdea Idea)>();
        foreach (var (n, idea) in SeedIdeas.Past.Index())
            made.Add((await seeds.Submit(new Past(begin.AddDays(3 + n)), "2025", Categories[n % Categories.Length].Key, idea, authors[n % authors.Count], stop), idea));

        await Move(contest, Phase.Submission, false, begin.AddDays(40), stop);
        await Move(contest, Phase.Support, true, begin.AddDays(41), stop);
        var crowd = new Crowd(seeds.Store, 137);
        foreach (var (id, idea) in made) await crowd.Support(id, idea.Supports, begin.AddDays(41), begin.AddDays(68), stop);
        await Move(contest, Phase.Support, false, begin.AddDays(69), stop);
        await Decide(contest, [.. made.OrderByDescending(m => m.Idea.Supports).Select(m => m.Id)], stop);
    }

    private async Task Move(Guid contest, Phase phase, bool open, DateTimeOffset at, CancellationToken stop)
    {
        foreach (var category in Categories) await seeds.DoorAt(new Past(at)).Send<MovePhase, Done>(new MovePhase(contest, category.Key, phase, open), Caller.Clock, stop);
    }

    private async Task Decide(Guid contest, Guid[] order, CancellationToken stop)
    {
        Guid[] council = [order[1], order[0], order[3], order[2], .. order[4..6]];
        await using var session = seeds.Store.LightweightSession();
        session.Events.Append(contest, new RankingEntered("", Body.Committee, order[..6], "Empfehlung nach öffentlicher Beratung.", Shell.Berlin.Day(begin.AddDays(80)), authors[0], begin.AddDays(80)));
        session.Events.Append(contest, new RankingEntered("", Body.Council, council, "Beschluss in öffentlicher Sitzung.", Shell.Berlin.Day(begin.AddDays(101)), authors[0], begin.AddDays(101)));
        foreach (var ((title, euros), idea) in Prizes.Zip(council)) session.Events.Append(contest, new PrizeAwarded(idea, title, euros, authors[0], begin.AddDays(101)));
        await session.SaveChangesAsync(stop);
    }
}
