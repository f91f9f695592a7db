using Gera.Hub.Features.Ideas.Contests;
using Gera.Hub.Features.Ideas.Entries;

namespace Gera.Hub.Tests.Features.Portal;

/// <summary>What is found, in which spellings, and what never is.</summary>
public sealed class SearchTests(HubFixture home)
{
    [Theory]
    [InlineData("Grünflächenpflege")] // as it stands
    [InlineData("Gruenflaechenpflege")] // umlauts spelled out
    [InlineData("grunflachenpflege")] // or left out
    [InlineData("pflege")] // a part of a compound
    [InlineData("Grünflächen")]
    [InlineData("Gründflächenpfelge")] // two slips
    public async Task An_idea_is_found_by_every_spelling(string typed)
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var mark = town.Contest.ToString("N")[^10..];
        var idea = await town.Idea(await Somebody.In(hub), $"Grünflächenpflege {mark}");
        await Found(hub, mark, idea.Number);
        await Found(hub, typed.Contains(' ', StringComparison.Ordinal) ? typed : $"{typed} {mark}", idea.Number);
    }

    // Known bad: an index whose entries are written when an idea is handed in, sealed or not, and asked of nobody again.
    [Fact]
    public async Task A_sealed_idea_is_found_from_the_moment_it_is_out()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { Sealed = true });
        var mark = "Schlehenhecke" + town.Contest.ToString("N")[^8..];
        var idea = await town.Idea(await Somebody.In(hub), mark);
        var open = await (await IdeaTown.Make(hub)).Idea(await Somebody.In(hub), mark + " offen");
        await Found(hub, mark, open.Number);
        await Hidden(hub, mark, idea.Number);
        await town.Move(Phase.Submission, false);
        await Found(hub, mark, idea.Number);
    }

    [Fact]
    public async Task What_was_hidden_or_withdrawn_is_found_no_more_even_while_the_index_is_late()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var mark = "Weidentunnel" + town.Contest.ToString("N")[^8..];
        var anna = await Somebody.In(hub);
        var idea = await town.Idea(anna, mark);
        await Found(hub, mark, idea.Number);
        Assert.Null(await anna.Asks(new WithdrawIdea(idea.Id, "Erledigt")));
        await Hidden(hub, mark, idea.Number);

        // A copy that came too late tells nothing either: the room is asked.
        await hub.Tamper("insert into portal.search (kind, key, address, title, summary, body, moment, visible_from) values ('idee', $1, '/x', $2, '', '', now(), 'epoch') on conflict (kind, key) do nothing", idea.Id, mark);
        await Hidden(hub, mark, idea.Number);
        Assert.Equal(1, await hub.Tamper("delete from portal.search where key = $1", idea.Id));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("%%%%")]
    [InlineData("a_b_c_d%")]
    [InlineData("\\")]
    [InlineData("' or 1=1 --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("!!! & | :* <->")]
    public async Task Signs_of_other_languages_are_letters(string typed)
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var idea = await town.Idea(await Somebody.In(hub), $"Wetterhahn {town.Contest.ToString("N")[^8..]}");
        using var anyone = Leader.Nobody(hub);
        var page = await anyone.Get("/suche?q=" + Uri.EscapeDataString(typed));
        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain(idea.Number, page.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Raw, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await anyone.Get("/api/suche?q=" + Uri.EscapeDataString(typed))).Status);
    }

    [Fact]
    public async Task The_box_suggests_and_the_map_of_the_site_names_what_is_public()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var mark = "Glockenspiel" + town.Contest.ToString("N")[^8..];
        var idea = await town.Idea(await Somebody.In(hub), mark);
        await Found(hub, mark, idea.Number);
        using var anyone = Leader.Nobody(hub);
        Assert.Contains($"/ideen/{idea.Number}", (await anyone.Get($"/api/suche?q={mark[..18]}")).Raw, StringComparison.Ordinal);
        Assert.Contains($"/ideen/{idea.Number}</loc>", (await anyone.Get("/sitemap.xml")).Raw, StringComparison.Ordinal);
        var filtered = (await anyone.Get($"/suche?q={mark}&thema=stadt")).Raw;
        Assert.DoesNotContain(idea.Number, filtered, StringComparison.Ordinal);
        Assert.Contains("Nichts gefunden", filtered, StringComparison.Ordinal);
        Assert.Contains("/gruppen/energie", (await anyone.Get("/suche?q=Energie+Umwelt&art=gruppe")).Raw, StringComparison.Ordinal);
    }

    private static async Task Found(RunningHub hub, string words, string number) => await Eventually.Holds(async () =>
    {
        using var anyone = Leader.Nobody(hub);
        return (await anyone.Get("/suche?q=" + Uri.EscapeDataString(words))).Raw.Contains($"/ideen/{number}", StringComparison.Ordinal);
    }, $"{number} is not found by {words}.", TimeSpan.FromSeconds(20));

    private static async Task Hidden(RunningHub hub, string words, string number)
    {
        using var anyone = Leader.Nobody(hub);
        foreach (var address in new[] { "/suche?q=", "/api/suche?q=" }) Assert.DoesNotContain(number, (await anyone.Get(address + Uri.EscapeDataString(words))).Raw, StringComparison.Ordinal);
        Assert.DoesNotContain(number, (await anyone.Get("/sitemap.xml")).Raw, StringComparison.Ordinal);
    }
}
