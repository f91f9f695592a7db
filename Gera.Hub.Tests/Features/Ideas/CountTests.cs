using Gera.Hub.Features.Ideas.Board;
using Gera.Hub.Features.Ideas.Contests;
using Gera.Hub.Features.Ideas.Entries;
using Gera.Hub.Features.Ideas.Groups;
using Gera.Hub.Features.Ideas.Supports;
using Gera.Hub.People.Data;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Features.Ideas;

/// <summary>Whatever people do, the counts shown are those of the facts, and the facts are those of the events.</summary>
public sealed class CountTests(HubFixture home)
{
    private const int Wishes = 10_000, People = 40, Ideas = 15;

    // Known bad: leaving the line out that ends a support in ideas.supports, or counting a group's supporters without "distinct".
    [Fact]
    public async Task After_ten_thousand_wishes_the_counts_shown_are_those_of_the_events()
    {
        var hub = await home.Own(null, ("Paces:Persons", "100000"));
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { SupportsPerPerson = 6 });
        var (anna, clara) = (await Somebody.In(hub), await Somebody.In(hub, [new(Role.Moderator, "")]));
        var (ideas, people) = (new List<IdeaTaken>(), new List<Somebody>());
        for (var n = 0; n < Ideas; n++) ideas.Add(await town.Idea(anna, $"Idee {n}"));
        for (var n = 0; n < People; n++) people.Add(await Somebody.In(hub));

        // Four hands at once, each with its own dice; the order between them is the machine's.
        await Parallel.ForAsync(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (hand, _) =>
        {
            var dice = new Random(20261123 + hand);
            for (var n = 0; n < Wishes / 4; n++) await One(dice, ideas, people, clara);
        });
        await Same(hub, ideas);

        await using (var scope = hub.Services.CreateAsyncScope())
        {
            var room = scope.ServiceProvider.GetServices<IPersonalData>().Single(d => d.Section == "ideas");
            foreach (var (n, person) in people.Take(10).Index())
            {
                await using var session = hub.Services.GetRequiredService<IDocumentStore>().LightweightSession();
                await room.Erase(person.Id, n % 2 == 0, session, TestContext.Current.CancellationToken);
                await session.SaveChangesAsync(TestContext.Current.CancellationToken);
            }
        }
        await Same(hub, ideas);

        // From zero: the states are rebuilt from the events, and are what they were.
        var before = await hub.Ask<string>("select string_agg(md5(data::text), '' order by id) from hub.mt_doc_idea");
        using var daemon = await hub.Services.GetRequiredService<IDocumentStore>().BuildProjectionDaemonAsync();
        foreach (var type in new[] { typeof(Idea), typeof(Contest), typeof(SupportSheet) }) await daemon.RebuildProjectionAsync(type, TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.Equal(before, await hub.Ask<string>("select string_agg(md5(data::text), '' order by id) from hub.mt_doc_idea"));
        await Same(hub, ideas);
    }

    private static async Task One(Random dice, List<IdeaTaken> ideas, List<Somebody> people, Somebody clara)
    {
        var (idea, person) = (ideas[dice.Next(ideas.Count)], people[dice.Next(people.Count)]);
        var code = dice.Next(100) switch
        {
            < 55 => await person.Asks(new SupportIdea(idea.Id)),
            < 80 => await person.Asks(new WithdrawSupport(idea.Id)),
            < 90 => await person.Asks(new PartFromGroup(idea.Id, dice.Next(2) == 0)),
            < 95 => await clara.Asks(new MergeIdea(idea.Id, ideas[dice.Next(ideas.Count)].Number, "Dasselbe.")),
            _ => await clara.Asks(new UngroupIdea(idea.Id)),
        };
        Assert.Contains(code, new[] { null, "supports_used", "is_merged", "not_merged", "not_supporting", "same_idea", "not_mergeable", "conflict", "busy" });
    }

    /// <summary>Counts as pages show them, beside counts made of nothing but events, in another way.</summary>
    private static async Task Same(RunningHub hub, List<IdeaTaken> ideas)
    {
        var ids = ideas.Select(i => i.Id).ToHashSet();
        await using var session = hub.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var (lead, supporters, parted) = (new Dictionary<Guid, Guid>(), new HashSet<(Guid, Guid)>(), new HashSet<(Guid Idea, Guid)>());
        foreach (var e in (await session.Events.QueryAllRawEvents().OrderBy(e => e.Sequence).ToListAsync(TestContext.Current.CancellationToken)).Select(e => (e.StreamId, e.Data)))
            switch (e.Data)
            {
                case IdeaSupported x when ids.Contains(x.Idea): supporters.Add((x.Idea, x.Person)); break;
                case SupportWithdrawn x when ids.Contains(x.Idea): supporters.Remove((x.Idea, x.Person)); break;
                case GroupParted x when ids.Contains(x.Idea): parted.Add((x.Idea, x.Person)); break;
                case GroupRejoined x when ids.Contains(x.Idea): parted.Remove((x.Idea, x.Person)); break;
                case IdeaMerged x when ids.Contains(e.StreamId): lead[e.StreamId] = x.Lead; break;
                case IdeaUngrouped when ids.Contains(e.StreamId):
                    lead.Remove(e.StreamId);
                    parted.RemoveWhere(p => p.Idea == e.StreamId);
                    break;
            }

        var shown = await hub.Services.GetRequiredService<SupportCount>().Of([.. ids], null, TestContext.Current.CancellationToken);
        foreach (var id in ids)
        {
            var counted = supporters.Where(s => s.Item1 == id || lead.GetValueOrDefault(s.Item1) == id && !parted.Contains(s)).Select(s => s.Item2).Distinct().Count();
            Assert.True(counted == shown[id], $"{ideas.First(i => i.Id == id).Number}: shown {shown[id]}, counted {counted}.");
        }
        Assert.Equal(supporters.Count, await hub.Ask<long>("select count(*) from ideas.supports where until is null and idea = any($1)", ids.ToArray()));
    }
}
