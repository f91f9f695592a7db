using Gera.Hub.Features.Ideas.Board;
using Gera.Hub.Features.Ideas.Contests;
using Gera.Hub.Features.Ideas.Points;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Features.Ideas;

/// <summary>Each voter spreads so many points, and no more.</summary>
public sealed class PointTests(HubFixture home)
{
    [Fact]
    public async Task Points_are_spread_within_the_rules_replaced_as_a_whole_and_summed_from_the_facts()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { Points = 100, PointsPerIdea = 60 }, Phase.Submission);
        var (anna, bogdan, clara) = (await Somebody.In(hub), await Somebody.In(hub), await Somebody.In(hub));
        var (a, b) = (await town.Idea(anna, "A"), await town.Idea(anna, "B"));
        SpreadPoints Spread(params (Guid Idea, int Points)[] points) => new(town.Contest, IdeaTown.Category, [.. points.Select(p => new IdeaPoints(p.Idea, p.Points))]);
        Assert.Equal("points_closed", await bogdan.Asks(Spread((a.Id, 1))));
        await town.Move(Phase.Points, true);
        foreach (var bad in new[] { Spread((a.Id, 61)), Spread((a.Id, 60), (b.Id, 41)), Spread((a.Id, 0)), Spread((a.Id, -5)), Spread((a.Id, int.MaxValue), (b.Id, int.MaxValue)) })
            Assert.Equal("points_out_of_range", await bogdan.Asks(bad));
        Assert.Equal("not_found", await bogdan.Asks(Spread((a.Id, 10), (a.Id, 10))));
        Assert.Equal("not_found", await bogdan.Asks(Spread((town.Contest, 10))));
        Assert.Equal("own_idea", await anna.Asks(Spread((a.Id, 10))));
        Assert.Null(await bogdan.Asks(Spread((a.Id, 60), (b.Id, 40))));
        Assert.Null(await clara.Asks(Spread((b.Id, 30))));
        Assert.Null(await bogdan.Asks(Spread((b.Id, 5))));
        Assert.Equal([(b.Id, 35, 2), (a.Id, 0, 0)], await hub.Services.GetRequiredService<PointCount>().Of(town.Contest, IdeaTown.Category, TestContext.Current.CancellationToken));
        await town.Move(Phase.Points, false);
        Assert.Equal("points_closed", await clara.Asks(Spread()));
    }

    [Fact]
    public async Task Fifty_spreads_of_one_person_at_once_leave_one_of_them()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { Points = 100 }, Phase.Submission, Phase.Points);
        var (anna, bogdan) = (await Somebody.In(hub), await Somebody.In(hub));
        var (a, b) = (await town.Idea(anna, "A"), await town.Idea(anna, "B"));
        await Task.WhenAll(Enumerable.Range(1, 25).Select(n => bogdan.Asks(new SpreadPoints(town.Contest, IdeaTown.Category, [new(a.Id, n), new(b.Id, 100 - n)]))));
        Assert.Equal(100L, await hub.Ask<long>("select sum(points) from ideas.points where person = $1", bogdan.Id));
    }
}
