using System.Globalization;
using System.Net;
using CsvHelper;
using Gera.Hub.Features.Ideas.Contests;
using Gera.Hub.Features.Ideas.Entries;
using Gera.Hub.Features.Ideas.Files;
using Gera.Hub.Features.Ideas.Points;
using Gera.Hub.Features.Ideas.Supports;

namespace Gera.Hub.Tests.Features.Ideas;

/// <summary>A contest as data: all that is public for everyone, and names for editors alone, who leave a trace.</summary>
public sealed class ContestFilesTests(HubFixture home)
{
    [Fact]
    public async Task Everyone_gets_all_ideas_with_their_places_and_nobody_of_them_a_name()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { Points = 100 }, Enum.GetValues<Phase>());
        var (anna, bogdan, rosa) = (await Somebody.In(hub, name: "Anna Tessmer"), await Somebody.In(hub), await Somebody.WithPassword(hub, new Granted(Role.Editor, "")));
        var (a, b, c) = (await town.Idea(anna, "=HYPERLINK(\"http://boese.example\")"), await town.Idea(anna, "Bank"), await town.Idea(anna, "Baum"));
        await bogdan.Asks(new SupportIdea(b.Id));
        Assert.Null(await bogdan.Asks(new SpreadPoints(town.Contest, IdeaTown.Category, [new IdeaPoints(b.Id, 60), new IdeaPoints(a.Id, 20), new IdeaPoints(c.Id, 20)])));
        using var anyone = Leader.Nobody(hub);
        // While people vote, nobody is told how others did.
        Assert.All(Rows((await anyone.Get($"/ideen/wettbewerb/{town.Key}.csv")).Raw), row => Assert.Equal(("", ""), (row["punkte"], row["platz_oeffentlichkeit"])));
        await town.Move(Phase.Points, false);
        Assert.Null(await rosa.Asks(new EnterRanking(town.Contest, IdeaTown.Category, Body.Council, [c.Number, b.Number], null, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime))));
        Assert.Null(await rosa.Asks(new AwardPrize(town.Contest, c.Number, "1. Preis", 3000)));

        var open = (await anyone.Get($"/ideen/wettbewerb/{town.Key}.csv")).Raw;
        var rows = Rows(open);
        Assert.Equal([a.Number, b.Number, c.Number], rows.Select(r => r["nummer"]));
        Assert.Equal(["'=HYPERLINK(\"http://boese.example\")", "Bank", "Baum"], rows.Select(r => r["titel"]));
        Assert.Equal([("20", "2"), ("60", "1"), ("20", "2")], rows.Select(r => (r["punkte"], r["platz_oeffentlichkeit"])));
        Assert.Equal([("", ""), ("2", ""), ("1", "3000")], rows.Select(r => (r["platz_rat"], r["preis_euro"])));
        Assert.Equal("1", rows[1]["unterstuetzungen"]);
        Assert.Equal("online", rows[0]["kanal"]);
        Assert.DoesNotContain("Tessmer", open + (await anyone.Get($"/ideen/wettbewerb/{town.Key}.json")).Raw, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.Get("/ideen/wettbewerb/gibt-es-nicht.csv")).Status);

        Assert.Equal("not_allowed", await bogdan.Asks<ExportContest, IReadOnlyList<OfficeRow>>(new ExportContest(town.Contest)));
        Assert.All(await rosa.Does<ExportContest, IReadOnlyList<OfficeRow>>(new ExportContest(town.Contest)), row => Assert.Equal("Anna Tessmer", row.Author));
        Assert.Equal(1L, await hub.Ask<long>("select count(*) from people.staff_deeds where \"By\" = $1 and \"Verb\" = 'ExportContest'", rosa.Id));
    }

    // Known bad: without the contest's rule in IdeaSight.ForStaff, editors read what is sealed for them, too.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Editors_read_what_is_sealed_only_where_the_contest_says_so(bool staffSees)
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { Sealed = true, StaffSees = staffSees });
        var (anna, rosa) = (await Somebody.In(hub), await Somebody.WithPassword(hub, new Granted(Role.Editor, "")));
        var idea = await town.Idea(anna, "Zwergohreule");
        using var reads = await Leader.LogIn(hub, rosa.Person.Mail, rosa.Person.Password);
        Assert.Equal(staffSees ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await reads.Get($"/ideen/{idea.Number}")).Status);
        Assert.Equal(staffSees ? 1 : 0, (await rosa.Does<ExportContest, IReadOnlyList<OfficeRow>>(new ExportContest(town.Contest))).Count);
        using var anyone = Leader.Nobody(hub);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.Get($"/ideen/{idea.Number}")).Status);
        Assert.Empty(Rows((await anyone.Get($"/ideen/wettbewerb/{town.Key}.csv")).Raw));
        Assert.Contains(staffSees ? "darf versiegelte Ideen vorab lesen" : "erst nach dem Ende der Einreichung", (await anyone.Get($"/ideen/wettbewerb/{town.Key}")).Raw, StringComparison.Ordinal);
    }

    private static List<Dictionary<string, string>> Rows(string text)
    {
        using var csv = new CsvReader(new StringReader(text.TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read()) rows.Add(csv.HeaderRecord!.ToDictionary(head => head, head => csv.GetField(head)!));
        return rows;
    }
}
