using Gera.Hub.Features.Ideas.Answers;
using Gera.Hub.Features.Ideas.Board;
using Gera.Hub.Features.Ideas.Contests;
using Gera.Hub.Features.Ideas.Entries;
using Gera.Hub.People.Follows;

namespace Gera.Hub.Tests.Features.Ideas;

/// <summary>Whoever follows something hears of it, once, and of nothing that is not public.</summary>
public sealed class FollowTests(HubFixture home)
{
    [Fact]
    public async Task Followers_of_a_theme_a_contest_and_a_place_hear_of_a_new_idea_once()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var (anna, bogdan, far) = (await Somebody.In(hub), await Somebody.In(hub), await Somebody.In(hub));
        foreach (var target in new[] { "group:energie", $"contest:{town.Contest}", Around.Target("Untermhaus", 2) })
        {
            Assert.Null(await bogdan.Asks(new FollowThing(target, true)));
            Assert.Null(await anna.Asks(new FollowThing(target, true)));
        }
        Assert.Null(await far.Asks(new FollowThing(Around.Target("Aga", 5), true)));
        var wish = new SubmitIdea(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), town.Key, IdeaTown.Category, IdeaTown.Words() with { Latitude = 50.8803, Longitude = 12.0819 }, AuthorShown.Name, null);
        var idea = await anna.Does<SubmitIdea, IdeaTaken>(wish);
        Assert.Equal((1, 0, 0), (await Told(bogdan, "idea-new", idea.Id), await Told(anna, "idea-new", idea.Id), await Told(far, "idea-new", idea.Id)));
        Assert.Equal(1, await hub.Ask<int>("""select "Times" from people.notices where "UserId" = $1 and "Kind" = 'idea-new' and "About" = $2""", bogdan.Id, idea.Id.ToString()));
    }

    // Known bad: told without asking for the seal, followers learn the title before the deadline.
    [Fact]
    public async Task Nobody_hears_of_a_sealed_idea_nor_of_one_that_waits()
    {
        var hub = await home.Hub();
        var bogdan = await Somebody.In(hub);
        foreach (var rules in new[] { IdeaTown.Rules with { Sealed = true }, IdeaTown.Rules with { Moderated = true } })
        {
            var town = await IdeaTown.Make(hub, rules);
            Assert.Null(await bogdan.Asks(new FollowThing($"contest:{town.Contest}", true)));
            var idea = await town.Idea(await Somebody.In(hub));
            Assert.Equal(0, await Told(bogdan, "idea-new", idea.Id));
            Assert.Equal("not_found", await bogdan.Asks(new FollowThing($"idea:{idea.Id}", true)));
            if (!rules.Moderated) continue;
            Assert.Null(await (await Somebody.In(hub, [new(Role.Moderator, "")])).Asks(new ReleaseIdea(idea.Id)));
            Assert.Equal(1, await Told(bogdan, "idea-new", idea.Id));
        }
    }

    [Fact]
    public async Task Followers_of_an_idea_hear_of_the_answer_and_of_a_new_version_until_they_no_longer_follow()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { EditMinutes = 0 });
        var (anna, bogdan, editor) = (await Somebody.In(hub), await Somebody.In(hub), await Somebody.In(hub, [new(Role.Editor, "")]));
        var idea = await town.Idea(anna);
        Assert.Null(await bogdan.Asks(new FollowThing($"idea:{idea.Id}", true)));
        Assert.Null(await anna.Asks(new RewordIdea(idea.Id, 1, IdeaTown.Words("Zwei Brunnen"))));
        Assert.Equal((1, 0), (await Told(bogdan, "idea-changed", idea.Id), await Told(anna, "idea-changed", idea.Id)));
        Assert.Null(await bogdan.Asks(new FollowThing($"idea:{idea.Id}", false)));
        Assert.Null(await editor.Asks(new PrepareAnswer(idea.Id, new IdeaAnswer(AnswerStatus.Checking, "Wir prüfen.", "Tiefbauamt", "", "", null))));
        Assert.Null(await editor.Asks(new PublishAnswers([idea.Id])));
        Assert.Equal((0, 1), (await Told(bogdan, "idea-answered", idea.Id), await Told(anna, "idea-answered", idea.Id)));
    }

    [Fact]
    public async Task Followers_of_a_contest_hear_when_a_phase_begins_and_ends()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var bogdan = await Somebody.In(hub);
        Assert.Null(await bogdan.Asks(new FollowThing($"contest:{town.Contest}", true)));
        await town.Move(Phase.Submission, false);
        Assert.Equal(1, await hub.Ask<int>("""select count(*)::int from people.notices where "UserId" = $1 and "Kind" = 'contest-moved'""", bogdan.Id));
    }

    [Theory]
    [InlineData("idea:nonsense")]
    [InlineData("group:sport")]
    [InlineData("around:Lusan:3")]
    [InlineData("around:Jena:2")]
    [InlineData("nothing")]
    public async Task What_is_not_there_cannot_be_followed(string target) => Assert.Equal("not_found", await (await Somebody.In(await home.Hub())).Asks(new FollowThing(target, true)));

    [Fact]
    public void A_place_is_covered_by_what_lies_around_it()
    {
        var covering = Around.Covering(50.8803, 12.0819, null);
        Assert.Contains(Around.Target("Stadtmitte", 1), covering);
        Assert.Contains(Around.Target("Untermhaus", 2), covering);
        Assert.DoesNotContain(Around.Target("Untermhaus", 1), covering);
        Assert.DoesNotContain(Around.Target("Aga", 5), covering);
        Assert.Contains(Around.Target("Lusan", 1), Around.Covering(null, null, "Lusan"));
        Assert.Empty(Around.Covering(null, null, null));
    }

    private static Task<int> Told(Somebody person, string kind, Guid idea) =>
        person.Hub.Ask<int>("""select count(*)::int from people.notices where "UserId" = $1 and "Kind" = $2 and "About" = $3""", person.Id, kind, idea.ToString());
}
