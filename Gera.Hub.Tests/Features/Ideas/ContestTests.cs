using Gera.Hub.Features.Ideas.Board;
using Gera.Hub.Features.Ideas.Contests;
using Gera.Hub.Features.Ideas.Entries;
using Gera.Hub.Features.Ideas.Supports;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gera.Hub.Tests.Features.Ideas;

/// <summary>A contest runs by its stream: what opens and closes, by hand and by the clock, what its rules freeze, what is decided in the end.</summary>
public sealed class ContestTests(HubFixture home)
{
    [Fact]
    public async Task A_list_and_a_contest_as_of_a_moment_show_what_was_public_then_and_still_is()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { EditMinutes = 0 });
        var (anna, bogdan) = (await Somebody.In(hub), await Somebody.In(hub));
        var before = await town.Idea(anna, "Erster Titel");
        Assert.Null(await bogdan.Asks(new SupportIdea(before.Id)));
        var moment = TimeProvider.System.GetUtcNow();
        Assert.Null(await anna.Asks(new RewordIdea(before.Id, 1, IdeaTown.Words("Zweiter Titel"))));
        Assert.Null(await bogdan.Asks(new WithdrawSupport(before.Id)));
        var after = await town.Idea(anna, "Kam danach");
        using var anyone = Leader.Nobody(hub);
        var stand = Uri.EscapeDataString(moment.ToString("O"));
        foreach (var address in new[] { $"/ideen?wettbewerb={town.Key}&stand={stand}", $"/ideen?wettbewerb={town.Key}&sortierung=beliebt&stand={stand}", $"/ideen/wettbewerb/{town.Key}?stand={stand}" })
        {
            var page = (await anyone.Get(address)).Raw;
            Assert.Contains("Erster Titel", page, StringComparison.Ordinal);
            Assert.Contains("1 Person unterstützt das", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
            Assert.DoesNotContain("Zweiter Titel", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Kam danach", page, StringComparison.Ordinal);
            Assert.Contains("Stand vom", page, StringComparison.Ordinal);
        }
        // What is taken back today is gone from the past, too.
        Assert.Null(await anna.Asks(new WithdrawIdea(before.Id, null)));
        Assert.DoesNotContain(before.Number, (await anyone.Get($"/ideen?wettbewerb={town.Key}&stand={stand}")).Raw, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await anyone.Get($"/ideen/wettbewerb/{town.Key}?stand=2019-01-01")).Status);
        Assert.Contains(after.Number, (await anyone.Get($"/ideen?wettbewerb={town.Key}")).Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sealed_then_is_not_read_by_asking_for_then()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { Sealed = true });
        var idea = await town.Idea(await Somebody.In(hub), "Versiegelt");
        var sealedAt = Uri.EscapeDataString(TimeProvider.System.GetUtcNow().ToString("O"));
        using var anyone = Leader.Nobody(hub);
        Assert.DoesNotContain(idea.Number, (await anyone.Get($"/ideen?wettbewerb={town.Key}&stand={sealedAt}")).Raw, StringComparison.Ordinal);
        await town.Move(Phase.Submission, false);
        Assert.DoesNotContain(idea.Number, (await anyone.Get($"/ideen?wettbewerb={town.Key}&stand={sealedAt}")).Raw, StringComparison.Ordinal);
        Assert.Contains(idea.Number, (await anyone.Get($"/ideen?wettbewerb={town.Key}")).Raw, StringComparison.Ordinal);
    }

    private static readonly Category[] One = [new("alle", "Alle", "alle")];

    [Fact]
    public async Task Phases_open_and_close_by_the_clock_and_what_comes_later_is_refused()
    {
        var clock = new FakeTimeProvider(Some.Evening);
        var hub = await home.Own(clock);
        PlannedWindow[] windows = [new("alle", Phase.Submission, Some.Evening.AddHours(1), Some.Evening.AddHours(2)), new("alle", Phase.Support, Some.Evening.AddHours(3), null)];
        var contest = (await hub.Door.Send<AnnounceContest, Guid>(new AnnounceContest("uhr", "Uhr", "Nach der Uhr.", One, windows, IdeaTown.Rules with { Sealed = true }), Caller.Clock, TestContext.Current.CancellationToken)).Value;
        var town = new IdeaTown(hub, contest, "uhr");
        var anna = await Somebody.In(hub);
        Assert.Equal("submission_closed", await anna.Asks<SubmitIdea, IdeaTaken>(new(Id(1), "uhr", "alle", IdeaTown.Words(), AuthorShown.Name, null)));
        await Until(hub, clock, contest, Phase.Submission, WindowState.Open);
        var idea = await town.Idea(anna);
        Assert.True(idea.IsSealed);
        await Until(hub, clock, contest, Phase.Submission, WindowState.Over);
        Assert.Equal("submission_closed", await anna.Asks<SubmitIdea, IdeaTaken>(new(Id(2), "uhr", "alle", IdeaTown.Words(), AuthorShown.Name, null)));
        Assert.Equal("support_closed", await (await Somebody.In(hub)).Asks(new SupportIdea(idea.Id)));
        await Until(hub, clock, contest, Phase.Support, WindowState.Open);
        Assert.Null(await (await Somebody.In(hub)).Asks(new SupportIdea(idea.Id)));
        var moved = await hub.Ask<string[]>("select array_agg(type order by version) from hub.mt_events where stream_id = $1 and type <> 'phase_planned'", contest);
        Assert.Equal(["contest_announced", "phase_opened", "phase_closed", "phase_opened"], moved);
    }

    [Fact]
    public async Task What_cannot_be_a_contest_is_refused_in_a_sentence()
    {
        var hub = await home.Hub();
        var rosa = await Somebody.In(hub, [new(Role.Editor, "")]);
        var now = TimeProvider.System.GetUtcNow();
        PlannedWindow[] windows = [new("alle", Phase.Submission, null, null)];
        var good = new AnnounceContest($"gut-{rosa.Id:N}"[..30], "Gut", "Ein Wettbewerb.", One, windows, IdeaTown.Rules);
        (AnnounceContest Wish, string Code)[] bad =
        [
            (good with { Key = "Groß" }, "contest_key_bad"), (good with { Key = "ideenkasten" }, "contest_key_taken"), (good with { Title = " " }, "text_missing"), (good with { Categories = [] }, "categories_bad"),
            (good with { Categories = [One[0], One[0]] }, "categories_bad"), (good with { Windows = [] }, "window_missing"), (good with { Windows = [new("alle", Phase.Submission, now, now)] }, "window_bad"),
            (good with { Windows = [windows[0], new("andere", Phase.Support, null, null)] }, "window_bad"), (good with { Rules = IdeaTown.Rules with { SupportsPerPerson = 0 } }, "limit_bad"),
            (good with { Windows = [windows[0], new("alle", Phase.Points, null, null)] }, "points_bad"), (good with { Rules = IdeaTown.Rules with { Why = "" } }, "text_missing"),
        ];
        foreach (var (wish, code) in bad) Assert.Equal(code, await rosa.Asks<AnnounceContest, Guid>(wish));
        Assert.Null(await rosa.Asks<AnnounceContest, Guid>(good));
        Assert.Equal("contest_key_taken", await rosa.Asks<AnnounceContest, Guid>(good));
    }

    [Fact]
    public async Task Rankings_and_prizes_name_published_ideas_only_and_a_decision_freezes_the_words()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { Sealed = true });
        var (anna, rosa) = (await Somebody.In(hub), await Somebody.In(hub, [new(Role.Editor, "")]));
        var (a, b) = (await town.Idea(anna, "A"), await town.Idea(anna, "B"));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        EnterRanking Rank(params string[] numbers) => new(town.Contest, IdeaTown.Category, Body.Council, numbers, null, today);
        Assert.Equal("numbers_bad", await rosa.Asks(Rank(a.Number)));
        await town.Move(Phase.Submission, false);
        Assert.Equal("numbers_bad", await rosa.Asks(Rank(a.Number, a.Number)));
        Assert.Equal("numbers_bad", await rosa.Asks(Rank("GER-1999-0001")));
        Assert.Equal("day_ahead", await rosa.Asks(Rank(a.Number) with { DecidedOn = today.AddDays(2) }));
        Assert.Null(await anna.Asks(new RewordIdea(a.Id, 1, IdeaTown.Words("A und mehr"))));
        Assert.Null(await rosa.Asks(Rank(b.Number.ToLowerInvariant(), a.Number)));
        Assert.Equal("frozen", await anna.Asks(new RewordIdea(a.Id, 1, IdeaTown.Words("Etwas anderes"))));
        Assert.Null(await rosa.Asks(new AwardPrize(town.Contest, b.Number, "1. Preis", 3000)));
        Assert.Equal("seal_fixed", await rosa.Asks(new ChangeRules(town.Contest, IdeaTown.Rules, "Doch nicht.")));
        Assert.Null(await rosa.Asks(new ChangeRules(town.Contest, IdeaTown.Rules with { Sealed = true, SupportsPerPerson = 3 }, "Zu viele.")));
        var contest = await Look(hub, town.Contest);
        Assert.Equal([b.Id, a.Id], contest.Rankings.Single().Ideas);
        Assert.Equal(3000, contest.Prizes.Single().Euros);
        Assert.Equal("Zu viele.", contest.Before.Single().Reason);
    }

    [Fact]
    public async Task An_idea_is_mended_quietly_at_first_and_later_by_a_version_everyone_can_compare()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var (anna, bogdan) = (await Somebody.In(hub), await Somebody.In(hub));
        var idea = await town.Idea(anna, "Bank");
        Assert.Null(await anna.Asks(new RewordIdea(idea.Id, 1, IdeaTown.Words("Bänke"))));
        var look = hub.Services.GetRequiredService<IdeaLook>();
        Assert.Single(await look.Texts(idea.Id, TestContext.Current.CancellationToken));
        Assert.Null(await bogdan.Asks(new SupportIdea(idea.Id)));
        Assert.Null(await anna.Asks(new RewordIdea(idea.Id, 1, IdeaTown.Words("Bänke mit Lehne"))));
        Assert.Equal("version_old", await anna.Asks(new RewordIdea(idea.Id, 1, IdeaTown.Words("Bänke aus Holz"))));
        Assert.Equal(["Bänke", "Bänke mit Lehne"], (await look.Texts(idea.Id, TestContext.Current.CancellationToken)).Select(t => t.Title));
        Assert.Equal("not_allowed", await bogdan.Asks(new RewordIdea(idea.Id, 2, IdeaTown.Words("Meins"))));
        Assert.Null(await anna.Asks(new WithdrawIdea(idea.Id, "Erledigt.")));
        Assert.Equal("already_gone", await anna.Asks(new RewordIdea(idea.Id, 2, IdeaTown.Words("Wieder da"))));
        Assert.Equal("not_supportable", await (await Somebody.In(hub)).Asks(new SupportIdea(idea.Id)));
    }

    [Fact]
    public async Task The_same_idea_handed_in_fifty_times_at_once_is_one_and_numbers_have_no_gaps_or_twins()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var anna = await Somebody.In(hub);
        var wish = new SubmitIdea(Id(3), town.Key, IdeaTown.Category, IdeaTown.Words(), AuthorShown.Name, null);
        for (var round = 0; round < 3; round++) await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => anna.Asks<SubmitIdea, IdeaTaken>(wish)));
        Assert.Equal(1L, await hub.Ask<long>("select count(*) from hub.mt_doc_idea where contest = $1", town.Contest));
        Assert.Equal("not_found", await (await Somebody.In(hub)).Asks<SubmitIdea, IdeaTaken>(wish));
    }

    private static async Task Until(RunningHub hub, FakeTimeProvider clock, Guid contest, Phase phase, WindowState state) =>
        await Eventually.Holds(async () =>
        {
            if ((await Look(hub, contest)).Of("alle", phase)?.State == state) return true;
            clock.Advance(TimeSpan.FromMinutes(2));
            return false;
        }, $"{phase} did not become {state}.");

    private static async Task<Contest> Look(RunningHub hub, Guid contest)
    {
        await using var session = hub.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return (await session.LoadAsync<Contest>(contest, TestContext.Current.CancellationToken))!;
    }

    private static Guid Id(int n) => Guid.CreateVersion7(TimeProvider.System.GetUtcNow().AddSeconds(n));
}
