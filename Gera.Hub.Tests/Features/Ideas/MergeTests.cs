using Gera.Hub.Features.Ideas.Board;
using Gera.Hub.Features.Ideas.Groups;
using Gera.Hub.Features.Ideas.Supports;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Features.Ideas;

/// <summary>Ideas that say the same are counted together, and nobody's support is lost.</summary>
public sealed class MergeTests(HubFixture home)
{
    [Fact]
    public async Task A_group_counts_each_supporter_once_who_may_part_and_ungrouping_restores_everything()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var (anna, clara) = (await Somebody.In(hub), await Somebody.In(hub, [new(Role.Moderator, "")]));
        var (lead, other) = (await town.Idea(anna, "Mehr Bänke"), await town.Idea(anna, "Sitzplätze an der Elster"));
        var (both, first, second) = (await Somebody.In(hub), await Somebody.In(hub), await Somebody.In(hub));
        foreach (var (person, idea) in new[] { (both, lead), (both, other), (first, lead), (second, other) }) Assert.Null(await person.Asks(new SupportIdea(idea.Id)));
        Assert.Equal("text_missing", await clara.Asks(new MergeIdea(other.Id, lead.Number, "")));
        Assert.Equal("same_idea", await clara.Asks(new MergeIdea(other.Id, other.Number, "Dasselbe.")));
        Assert.Null(await clara.Asks(new MergeIdea(other.Id, lead.Number.ToLowerInvariant(), "Beide wünschen Bänke am Fluss.")));

        Assert.Equal(3, await Count(hub, lead.Id));
        Assert.Equal("is_merged", await (await Somebody.In(hub)).Asks(new SupportIdea(other.Id)));
        foreach (var person in new[] { both, second, anna }) Assert.Equal(1L, await hub.Ask<long>("select count(*) from people.notices where \"UserId\" = $1 and \"Kind\" = 'idea-merged'", person.Id));
        Assert.Equal(0L, await hub.Ask<long>("select count(*) from people.notices where \"UserId\" = $1 and \"Kind\" = 'idea-merged'", first.Id));

        Assert.Equal("not_supporting", await first.Asks(new PartFromGroup(other.Id, true)));
        Assert.Null(await second.Asks(new PartFromGroup(other.Id, true)));
        Assert.Equal(2, await Count(hub, lead.Id));
        Assert.Null(await second.Asks(new PartFromGroup(other.Id, false)));
        Assert.Equal(3, await Count(hub, lead.Id));

        Assert.Equal("not_mergeable", await clara.Asks(new MergeIdea(other.Id, lead.Number, "Noch einmal.")));
        Assert.Null(await clara.Asks(new UngroupIdea(other.Id)));
        Assert.Equal((2, 2), (await Count(hub, lead.Id), await Count(hub, other.Id)));
    }

    [Fact]
    public async Task What_leads_a_group_takes_the_group_along()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var (anna, clara) = (await Somebody.In(hub), await Somebody.In(hub, [new(Role.Moderator, "")]));
        var (a, b, c) = (await town.Idea(anna, "A"), await town.Idea(anna, "B"), await town.Idea(anna, "C"));
        foreach (var idea in new[] { a, b, c }) Assert.Null(await (await Somebody.In(hub)).Asks(new SupportIdea(idea.Id)));
        Assert.Null(await clara.Asks(new MergeIdea(a.Id, b.Number, "Dasselbe.")));
        Assert.Null(await clara.Asks(new MergeIdea(b.Id, c.Number, "Dasselbe.")));
        Assert.Equal(3, await Count(hub, c.Id));
    }

    [Fact]
    public async Task Ideas_of_different_contests_do_not_merge()
    {
        var hub = await home.Hub();
        var (here, there) = (await IdeaTown.Make(hub), await IdeaTown.Make(hub));
        var (anna, clara) = (await Somebody.In(hub), await Somebody.In(hub, [new(Role.Moderator, "")]));
        Assert.Equal("other_contest", await clara.Asks(new MergeIdea((await here.Idea(anna)).Id, (await there.Idea(anna)).Number, "Dasselbe.")));
    }

    private static async Task<int> Count(RunningHub hub, Guid idea) => (await hub.Services.GetRequiredService<SupportCount>().Of([idea], null, TestContext.Current.CancellationToken))[idea];
}
