using Gera.Hub.People;
using Gera.Hub.Storage;
using Marten;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.Features.Ideas.Seeds;

/// <summary>The idea box must always be there; in demo mode also a contest that is over, one that runs, and ideas in every state.</summary>
internal sealed class IdeaSeeds(IDocumentStore store, IServiceScopeFactory scopes, PeopleReads people, TimeProvider clock, ILogger<Door> log) : ISeed
{
    private static readonly ContestRules BoxRules = new(false, false, Level.Account, Level.Account, null, null, null, false, 60, 16, Participation.Consultation,
        "Die Stadt prüft jede Idee und antwortet. Über die Umsetzung entscheiden Verwaltung und Stadtrat.");


    public async Task Sow(bool demo, CancellationToken stop)
    {
        if (!await Has("ideenkasten", stop))
            await Announce(clock, new AnnounceContest("ideenkasten", "Ideenkasten", "Immer offen: Was wünschen Sie sich für Gera? Schreiben Sie es auf.", [new Category("", "", "alle")],
                [new PlannedWindow("", Phase.Submission, null, null), new PlannedWindow("", Phase.Support, null, null)], BoxRules)
            { IsBox = true },
                [("", Phase.Submission), ("", Phase.Support)], stop);
        if (demo && !await Has("2025", stop)) await Town(stop);
    }

    private async Task Town(CancellationToken stop)
    {
        var authors = await people.Read(async db => await EntityFrameworkQueryableExtensions.ToListAsync(db.Users.Where(u => u.Demo).OrderBy(u => u.Email).Select(u => u.Id), stop));
        if (authors.Count == 0) return;
        var today = clock.GetUtcNow();
        await new PastContest(this, authors, today.AddMonths(-14)).Sow(stop);
        await new RunningContest(this, authors, today.AddDays(-20)).Sow(stop);
        var crowd = new Crowd(store, 137);
        var box = new List<Guid>();
        foreach (var (n, idea) in SeedIdeas.Box.Index())
        {
            var made = await Submit(new Past(today.AddDays(-150 + 2 * n).AddHours(n % 9)), "ideenkasten", "", idea, authors[n % authors.Count], stop);
            await crowd.Support(made, idea.Supports, today.AddDays(-149 + 2 * n), today, stop);
            box.Add(made);
        }
        await new SeedTalk(store, authors, today).Sow(box, stop);
    }

    public async Task<Guid> Announce(TimeProvider time, AnnounceContest wish, IEnumerable<(string Category, Phase Phase)> open, CancellationToken stop)
    {
        var door = DoorAt(time);
        var answer = await door.Send<AnnounceContest, Guid>(wish, Caller.Clock, stop);
        foreach (var (category, phase) in open) await door.Send<MovePhase, Done>(new MovePhase(answer.Value, category, phase, true), Caller.Clock, stop);
        return answer.Value;
    }

    public async Task<Guid> Submit(TimeProvider time, string contest, string category, SeedIdea idea, Guid author, CancellationToken stop)
    {
        var words = new IdeaWords(idea.Title, idea.Summary, idea.Body, idea.Theme, idea.District, null, null);
        var wish = new SubmitIdea(Ids.At(time.GetUtcNow()), contest, category, words, idea.Name is null ? AuthorShown.Anonymous : AuthorShown.Pseudonym, idea.Name) { Author = author, Channel = idea.Channel };
        return (await DoorAt(time).Send<SubmitIdea, IdeaTaken>(wish, Caller.Clock, stop)).Value.Id;
    }

    public Door DoorAt(TimeProvider time) => new(scopes, new Paces(time), time, log);

    public IDocumentStore Store => store;

    private async Task<bool> Has(string key, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await Marten.QueryableExtensions.AnyAsync(session.Query<Contest>(), c => c.Key == key, stop);
    }
}

/// <summary>A moment that is over: each look at it is a little later.</summary>
internal sealed class Past(DateTimeOffset begin) : TimeProvider
{
    private long ticks = begin.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref ticks, TimeSpan.TicksPerMillisecond * 40), TimeSpan.Zero);
}

/// <summary>Invented people who support ideas: ids of nobody.</summary>
internal sealed class Crowd(IDocumentStore store, int size)
{
    private readonly Guid[] people = [.. Enumerable.Range(1, size).Select(n => Ids.At(new DateTimeOffset(2020, 4, 15, 8, 0, 0, TimeSpan.Zero).AddMinutes(n)))];
    private int next;

    /// <summary>So many of them, one after another from then until then.</summary>
    public async Task Support(Guid idea, int times, DateTimeOffset from, DateTimeOffset until, CancellationToken stop)
    {
        await using var session = store.LightweightSession();
        var contest = (await session.LoadAsync<Idea>(idea, stop))!.Contest;
        for (var n = 0; n < Math.Min(times, size); n++)
        {
            var (person, at) = (people[(next + n * 7) % size], from + (until - from) * n / times);
            session.Events.Append(SupportSheet.Key(person, contest), new IdeaSupported(idea, contest, person, at));
            session.QueueSqlCommand("insert into ideas.supports (idea, person, contest, since) values (?, ?, ?, ?) on conflict do nothing", idea, person, contest, at);
        }
        next += 3;
        await session.SaveChangesAsync(stop);
    }
}
