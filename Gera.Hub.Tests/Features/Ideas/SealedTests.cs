using Gera.Hub.Features.Ideas.Contests;
using Gera.Hub.Features.Ideas.Entries;
using Gera.Hub.Features.Ideas.Supports;

namespace Gera.Hub.Tests.Features.Ideas;

/// <summary>Until the deadline a sealed idea is its author's alone; at the deadline all are out at once.</summary>
public sealed class SealedTests(HubFixture home)
{
    private static readonly ContestRules Sealed = IdeaTown.Rules with { Sealed = true, Anonymous = true };

    // Known bad: IdeaSight without its second line lets lists, search, feeds, files, similar ideas and numbers tell.
    [Fact]
    public async Task Nothing_tells_of_a_sealed_idea_before_its_time_and_everything_does_after()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, Sealed);
        var (anna, other) = (await Somebody.WithPassword(hub), await Somebody.WithPassword(hub, new Granted(Role.Press, "")));
        var canary = "Quittenallee" + town.Contest.ToString("N")[^8..];
        var idea = await town.Idea(anna, canary, AuthorShown.Pseudonym, "Zwergohreule");
        Assert.True(idea.IsSealed);

        foreach (var reader in new[] { Leader.Nobody(hub), await LogIn(hub, other), await Leader.LogIn(hub, "moderator", 0) })
            foreach (var (address, text) in await Walk(reader, idea, town, canary)) Assert.False(text.Contains(canary, StringComparison.OrdinalIgnoreCase), $"{address} tells.");
        await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(async () =>
        {
            await using var watcher = await Voter.Connect(hub);
            await watcher.Invoke("Watch", $"idea:{idea.Id}");
        });
        Assert.Equal("not_found", await other.Asks(new SupportIdea(idea.Id)));
        using var own = await LogIn(hub, anna);
        Assert.Contains(canary, (await own.Get($"/ideen/{idea.Number}")).Raw, StringComparison.Ordinal);

        await town.Move(Phase.Submission, false);
        using var anyone = Leader.Nobody(hub);
        var told = (await Walk(anyone, idea, town, canary)).Where(page => page.Text.Contains(canary, StringComparison.Ordinal)).Select(page => page.Address.Split('?')[0].Replace(idea.Number, "NUMBER", StringComparison.Ordinal)).ToHashSet();
        Assert.Superset(new HashSet<string>(["/ideen", "/ideen/NUMBER", "/ideen/NUMBER/fassungen", "/ideen.csv", "/ideen.json", "/ideen.rss", "/ideen.atom", "/api/ideen/aehnlich"], StringComparer.Ordinal), told);
        Assert.DoesNotContain("Zwergohreule", (await anyone.Get($"/ideen/{idea.Number}")).Raw, StringComparison.Ordinal);
        Assert.Equal("already_revealed", (await hub.Door.Send<MovePhase, Done>(new MovePhase(town.Contest, IdeaTown.Category, Phase.Submission, true), Caller.Clock, TestContext.Current.CancellationToken)).Refusal?.Code);
    }

    [Fact]
    public async Task A_sealed_place_is_on_no_map()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, Sealed);
        var anna = await Somebody.In(hub);
        var wish = new SubmitIdea(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), town.Key, IdeaTown.Category, IdeaTown.Words() with { Latitude = 50.8812, Longitude = 12.0834 }, AuthorShown.Anonymous, null);
        var idea = await anna.Does<SubmitIdea, IdeaTaken>(wish);
        using var anyone = Leader.Nobody(hub);
        var map = $"/api/ideen/orte?wettbewerb={town.Key}";
        Assert.Equal((0, 0), await Shown());
        await town.Move(Phase.Submission, false);
        Assert.Equal((1, 1), await Shown());
        Assert.Contains(idea.Number, (await anyone.Get(map)).Raw, StringComparison.Ordinal);

        async Task<(int, int)> Shown() => await anyone.Get(map) is var seen ? (seen["features"].GetArrayLength(), seen["districts"].GetArrayLength()) : default;
    }

    [Fact]
    public async Task An_idea_that_waits_for_a_moderator_is_its_authors_alone()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { Moderated = true });
        var anna = await Somebody.In(hub);
        var idea = await town.Idea(anna);
        Assert.Equal(IdeaState.Waiting, idea.State);
        var bogdan = await Somebody.In(hub);
        Assert.Equal("not_found", await bogdan.Asks(new SupportIdea(idea.Id)));
        var clara = await Somebody.In(hub, [new(Role.Moderator, "")]);
        Assert.Null(await clara.Asks(new ReleaseIdea(idea.Id)));
        Assert.Null(await bogdan.Asks(new SupportIdea(idea.Id)));
    }

    private static Task<Leader> LogIn(RunningHub hub, Somebody somebody) => Leader.LogIn(hub, somebody.Person.Mail, somebody.Person.Password);

    internal static async Task<List<(string Address, string Text)>> Walk(Leader reader, IdeaTaken idea, IdeaTown town, string words)
    {
        string[] addresses =
        [
            "/", "/ideen?sortierung=neu", $"/ideen?suche={words}", $"/ideen?wettbewerb={town.Key}", $"/ideen?suche={idea.Number}", $"/ideen/{idea.Number}", $"/ideen/{idea.Id}", $"/ideen/{idea.Number}/fassungen",
            $"/ideen/{idea.Number}?stand=2037-01-01", $"/ideen/wettbewerb/{town.Key}", "/gruppen/energie", "/mein-hub", $"/ideen.csv?suche={words}", $"/ideen.json?wettbewerb={town.Key}", $"/ideen.rss?wettbewerb={town.Key}",
            $"/ideen.atom?suche={words}", $"/api/ideen/aehnlich?worte={words}", $"/api/ideen/zahlen?ideen={idea.Id}", $"/api/ideen/orte?wettbewerb={town.Key}",
            $"/suche?q={words}", $"/api/suche?q={words}", "/sitemap.xml", $"/ideen/wettbewerb/{town.Key}.csv", $"/ideen/wettbewerb/{town.Key}.json", $"/ideen?wettbewerb={town.Key}&stand=2037-01-01", $"/ideen/wettbewerb/{town.Key}?stand=2037-01-01",
        ];
        var seen = new List<(string, string)>();
        foreach (var address in addresses)
        {
            // What was asked comes back in the search field and in links of the same search.
            var text = (await reader.Get(address)).Raw.Replace($"value=\"{words}\"", "", StringComparison.Ordinal).Replace($"suche={words}", "", StringComparison.Ordinal).Replace($"q={words}", "", StringComparison.Ordinal).Replace($"„{words}“", "", StringComparison.Ordinal).Replace($"&#x201E;{words}&#x201C;", "", StringComparison.Ordinal);
            seen.Add((address, text));
            if (address.Contains("zahlen", StringComparison.Ordinal) && text != "{}") seen.Add((address, words));
        }
        return seen;
    }
}
