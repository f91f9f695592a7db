using System.Text.Json;
using Gera.Hub.People;
using Gera.Hub.People.Grants;
using Gera.Hub.Storage;
using Marten;

namespace Gera.Hub.Features.Halls;

/// <summary>A town that lives: one session in progress and one with minutes. Everything goes through the door and the ballot box, so that each number has its facts.</summary>
internal sealed class HallSeeds(IDocumentStore store, GrantList grants, IServiceScopeFactory scopes, Polling polling, LiveHalls halls, PublicAddress address,
    DemoTown town, TimeProvider clock, IHostApplicationLifetime life, ILogger<Door> log) : ISeed
{
    private const string Running = "Bürgerforum Innenstadt – Herbst 2026";
    private const string Over = "Arbeitsgruppe Städtebau: Wege und Plätze";

    public async Task Sow(bool demo, CancellationToken stop)
    {
        if (!demo || await grants.First(Role.Leader, "buerger", stop) is not { } leader) return;
        // The ballot box must run, and the hub must know its own address.
        await Started(stop);
        if (await Find(Over, over: true, stop) is null) await Evening(leader, stop);
        var forum = await Find(Running, over: false, stop) ?? await Forum(leader, stop);
        halls.ForgetAll();
        town.Tell($"hall {forum.Code} {address.Here($"/live/{forum.Code}")}");
    }

    private async Task<Hall?> Find(string title, bool over, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var found = await session.Query<Hall>().Where(h => h.Title == title).ToListAsync(stop);
        return found.Where(h => h.IsOver == over).MaxBy(h => h.OpenedAt);
    }

    private async Task<Hall> Forum(Guid leader, CancellationToken stop)
    {
        var (hall, door) = (await Open(Running, "buerger", leader, clock), new Door(scopes, new Paces(clock), clock, log));
        var (closed, live) = await Prepare(hall, door, ForumPolls, stop);
        await Done(door, new OpenPoll(closed), stop);
        await Vote(hall, closed, 38, [11, 16, 4, 7]);
        await Done(door, new ClosePoll(closed), stop);
        await Done(door, new OpenPoll(live), stop);
        await Vote(hall, live, 27, [9, 6, 8, 4]);
        await Ask(hall, door, ForumQuestions, stop);
        return hall;
    }

    private async Task Evening(Guid leader, CancellationToken stop)
    {
        // Each step takes a little while, as it did in the hall.
        var evening = new Evenings(clock.GetUtcNow());
        var (hall, door) = (await Open(Over, "stadt", leader, evening), new Door(scopes, new Paces(evening), evening, log));
        var polls = new List<Guid>();
        foreach (var draft in EveningPolls) polls.Add(await Prepare(hall, door, draft, stop));
        await Ask(hall, door, EveningQuestions, stop);
        int[][] crowds = [[23, 6, 4], [14, 9, 11], [19, 12, 2]];
        foreach (var (poll, crowd) in polls.Zip(crowds))
        {
            await Done(door, new OpenPoll(poll), stop);
            await Vote(hall, poll, crowd.Sum(), crowd);
            await Done(door, new ClosePoll(poll), stop);
            halls.ForgetAll();
        }
        await Done(door, new EndSession(hall.Id), stop);
    }

    /// <summary>As the leader would, without a log-in: the event is the same.</summary>
    private async Task<Hall> Open(string title, string group, Guid leader, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var opened = new HallOpened(Ids.At(now), SessionCode.New(), title, group, Access.Anyone, leader, now);
        await using var session = store.LightweightSession();
        session.Events.StartStream<Hall>(opened.Hall, opened);
        await session.SaveChangesAsync();
        return Hall.Create(opened);
    }

    private static async Task<(Guid First, Guid Second)> Prepare(Hall hall, Door door, PollDraft[] drafts, CancellationToken stop)
    {
        var made = new List<Guid>();
        foreach (var draft in drafts) made.Add(await Prepare(hall, door, draft, stop));
        return (made[0], made[1]);
    }

    private static async Task<Guid> Prepare(Hall hall, Door door, PollDraft draft, CancellationToken stop) =>
        Guid.Parse((await door.Send<PreparePoll, PollMade>(new PreparePoll(hall.Id, draft), Caller.Clock, stop)).Value.Id);

    /// <summary>That many seats vote at once; of <paramref name="crowd"/> each number says how many choose that option (a ranking begins with it).</summary>
    private async Task Vote(Hall hall, Guid poll, int voters, int[] crowd)
    {
        halls.ForgetAll();
        var kind = (await halls.ByPoll(poll))!.Find(poll)!.Rules.Kind;
        var first = crowd.SelectMany((many, option) => Enumerable.Repeat(option + 1, many)).Take(voters);
        var answers = await Task.WhenAll(first.Select(option =>
        {
            int[] choices = kind == PollKind.Ranking ? [option, .. Enumerable.Range(1, crowd.Length).Where(o => o != option)] : [option];
            return polling.Vote(new VoteWish(poll.ToString(), JsonSerializer.SerializeToElement(choices), "demo"), Seats.New(hall.Id), Caller.Nobody);
        }));
        if (answers.FirstOrDefault(a => a.Status != VoteAnswer.Counted) is { } other) throw new InvalidOperationException($"A demo vote was answered with {other.Status} {other.Code}.");
    }

    private static async Task Ask(Hall hall, Door door, (string Text, int Upvotes, string? Answer)[] questions, CancellationToken stop)
    {
        foreach (var (text, upvotes, answer) in questions)
        {
            var taken = await door.Send<AskQuestion, QuestionTaken>(new AskQuestion(hall.Id, text), new Caller(null, null, Seats.New(hall.Id)), stop);
            var id = Guid.Parse(taken.Value.Id);
            await Done(door, new ModerateQuestion(id, Moderation.Show), stop);
            for (var i = 0; i < upvotes; i++) await Done(door, new UpvoteQuestion(id), stop, Seats.New(hall.Id));
            if (answer is not null) await Done(door, new ModerateQuestion(id, Moderation.Answer, answer), stop);
        }
    }

    private static async Task Done<TWish>(Door door, TWish wish, CancellationToken stop, Seat? seat = null) where TWish : IWish<Done>
    {
        var answer = await door.Send<TWish, Done>(wish, seat is null ? Caller.Clock : new Caller(null, null, seat), stop);
        if (!answer.Granted) throw new InvalidOperationException($"The demo town could not {typeof(TWish).Name}: {answer.Refusal!.Code}.");
    }

    private async Task Started(CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var told = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stop);
    }

    private static readonly PollDraft[] ForumPolls =
    [
        new("Wo fehlt in der Innenstadt am meisten Schatten?", PollKind.Single, ["Kornmarkt", "Museumsplatz", "Sorge", "Johannisplatz"]),
        new("Was soll am Elsterufer zuerst entstehen?", PollKind.Single, ["Sitzstufen am Wasser", "Trinkbrunnen", "Beleuchteter Weg", "Spielplatz"]),
        new("Das Bürgerforum empfiehlt, die Sorge im Sommer samstags für Straßenmusik zu öffnen.", PollKind.Motion, null, Quorum: 20),
        new("Wie zufrieden sind Sie mit diesen Orten?", PollKind.Rating, ["Hofwiesenpark", "Stadtbibliothek", "Wochenmarkt", "Straßenbahn Linie 1"]),
        new("In welcher Reihenfolge sollen diese Vorhaben kommen?", PollKind.Ranking, ["Radweg an der Elster", "Bäume in der Heinrichstraße", "Bänke am Puschkinplatz", "Barrierefreie Haltestellen"]),
        new("Verteilen Sie 100 Punkte auf die Vorschläge für 2027.", PollKind.Points, ["Kultursommer", "Jugendtreff", "Offene Werkstatt", "Grünes Klassenzimmer"], Spread: 100),
        new("Mit welchem Wort beschreiben Sie Gera im Jahr 2037?", PollKind.Text, null),
        new("Soll das Forum künftig an wechselnden Orten tagen?", PollKind.Motion, null, Secret: true),
    ];

    private static readonly PollDraft[] EveningPolls =
    [
        new("Die Arbeitsgruppe empfiehlt fünf weitere Solarbänke an Haltestellen der Linie 1.", PollKind.Motion, null, Majority: Majority.Absolute, Quorum: 20, Results: ShowResults.Closed),
        new("Welcher Platz soll zuerst geplant werden?", PollKind.Ranking, ["Kornmarkt", "Puschkinplatz", "Platz am Südbahnhof"]),
        new("Soll die Arbeitsgruppe eine zweite Sprecherrolle einführen?", PollKind.Motion, null, Secret: true),
    ];

    private static readonly (string Text, int Upvotes, string? Answer)[] ForumQuestions =
    [
        ("Wann fährt die Linie 1 abends wieder alle zehn Minuten?", 12, null),
        ("Können die Bänke am Kornmarkt eine Lehne bekommen?", 9, "Das prüft die Arbeitsgruppe Städtebau bis zur nächsten Sitzung."),
        ("Gibt es im Hofwiesenpark bald einen Trinkbrunnen?", 5, null),
        ("Wie kommen Menschen ohne Telefon in die nächste Abstimmung?", 3, null),
    ];

    private static readonly (string Text, int Upvotes, string? Answer)[] EveningQuestions =
    [
        ("Wer pflegt die neuen Bäume in der Sorge?", 7, "Der Bauhof gießt in den ersten drei Jahren, danach helfen Patenschaften."),
        ("Bleiben die Fahrradbügel am Südbahnhof?", 4, "Ja, es kommen zwölf dazu."),
    ];

    /// <summary>A clock that stands in the early evening of the day before and goes on by a minute and a half whenever it is asked.</summary>
    private sealed class Evenings(DateTimeOffset now) : TimeProvider
    {
        private DateTimeOffset at = new(now.UtcDateTime.Date.AddDays(-1).AddHours(17), TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => at = at.AddSeconds(90);
    }
}
