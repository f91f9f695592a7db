using System.Net;
using Gera.Hub.Features.Ideas.Coauthors;
using Gera.Hub.Features.Ideas.Entries;
using Gera.Hub.Features.Ideas.Supports;

namespace Gera.Hub.Tests.Features.Ideas;

/// <summary>Co-authors stand at an idea when they have accepted, and not by anyone else's doing (guards: co-author by side effect).</summary>
public sealed class CoauthorTests(HubFixture home)
{
    // Known bad: with IsBy asking for invited instead of accepted, whoever is asked may change the idea.
    [Fact]
    public async Task Whoever_is_asked_decides_and_only_then_may_change_the_idea()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var (anna, bogdan, clara) = (await Somebody.In(hub, name: "Anna Apfel"), await Somebody.WithPassword(hub), await Somebody.In(hub));
        await hub.Tamper("""update people.users set "DisplayName" = 'Bogdan Birne' where "Id" = $1""", bogdan.Id);
        var idea = await town.Idea(anna);
        Assert.Equal("not_found", await bogdan.Asks(new AnswerInvitation(idea.Id, true)));
        Assert.Equal("not_allowed", await bogdan.Asks(new InviteCoauthor(idea.Id, bogdan.Mail)));
        Assert.Null(await anna.Asks(new InviteCoauthor(idea.Id, "niemand@nirgends.example")));
        Assert.Null(await anna.Asks(new InviteCoauthor(idea.Id, bogdan.Mail.ToUpperInvariant())));
        Assert.Null(await anna.Asks(new InviteCoauthor(idea.Id, bogdan.Mail)));
        Assert.Equal(1, await hub.Ask<int>("""select count(*)::int from people.notices where "UserId" = $1 and "Kind" = 'coauthor-invited'""", bogdan.Id));

        Assert.Equal("not_allowed", await bogdan.Asks(new RewordIdea(idea.Id, 1, IdeaTown.Words("Fremd"))));
        using var anyone = Leader.Nobody(hub);
        Assert.DoesNotContain("Bogdan Birne", (await anyone.Get($"/ideen/{idea.Number}")).Raw, StringComparison.Ordinal);
        Assert.Equal("not_found", await clara.Asks(new AnswerInvitation(idea.Id, true)));
        Assert.Null(await bogdan.Asks(new AnswerInvitation(idea.Id, true)));
        Assert.Null(await bogdan.Asks(new RewordIdea(idea.Id, 1, IdeaTown.Words("Unser Brunnen"))));
        Assert.Equal("own_idea", await bogdan.Asks(new SupportIdea(idea.Id)));
        Assert.Equal("not_allowed", await bogdan.Asks(new WithdrawIdea(idea.Id, null)));
        Assert.Contains("Anna Apfel, Bogdan Birne", (await anyone.Get($"/ideen/{idea.Number}")).Raw, StringComparison.Ordinal);

        Assert.Null(await anna.Asks(new DropCoauthor(idea.Id, bogdan.Id)));
        Assert.Equal("not_allowed", await bogdan.Asks(new RewordIdea(idea.Id, 1, IdeaTown.Words("Wieder fremd"))));
        Assert.Null(await bogdan.Asks(new SupportIdea(idea.Id)));
    }

    [Fact]
    public async Task A_sealed_idea_is_seen_by_whoever_was_asked_and_by_nobody_else()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { Sealed = true });
        var (anna, bogdan, clara) = (await Somebody.In(hub), await Somebody.WithPassword(hub), await Somebody.WithPassword(hub));
        var idea = await town.Idea(anna);
        using var asked = await Leader.LogIn(hub, bogdan.Person.Mail, bogdan.Person.Password);
        using var other = await Leader.LogIn(hub, clara.Person.Mail, clara.Person.Password);
        Assert.Equal(HttpStatusCode.NotFound, (await asked.Get($"/ideen/{idea.Number}")).Status);
        Assert.Null(await anna.Asks(new InviteCoauthor(idea.Id, bogdan.Mail)));
        Assert.Equal(HttpStatusCode.OK, (await asked.Get($"/ideen/{idea.Number}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/ideen/{idea.Number}")).Status);
        Assert.Null(await bogdan.Asks(new AnswerInvitation(idea.Id, false)));
        Assert.Equal(HttpStatusCode.NotFound, (await asked.Get($"/ideen/{idea.Number}")).Status);
    }
}
