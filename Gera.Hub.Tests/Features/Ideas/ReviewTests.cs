using System.Net;
using Gera.Hub.Features.Ideas.Reviews;

namespace Gera.Hub.Tests.Features.Ideas;

/// <summary>Reviewers give points by criteria; only they and editors see them.</summary>
public sealed class ReviewTests(HubFixture home)
{
    [Fact]
    public async Task A_jury_of_two_makes_a_table_that_exports()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var (anna, editor) = (await Somebody.In(hub), await Somebody.WithPassword(hub, new Granted(Role.Editor, "")));
        var (bogdan, clara) = (await Somebody.WithPassword(hub), await Somebody.In(hub));
        var (bench, well) = (await town.Idea(anna, "Mehr Sitze"), await town.Idea(bogdan, "=Brunnen"));
        Assert.Equal("criteria_bad", await editor.Asks(new PlanReview(town.Contest, [])));
        Assert.Equal("criteria_bad", await editor.Asks(new PlanReview(town.Contest, [new Criterion("", "Nutzen", 0)])));
        Assert.Null(await editor.Asks(new PlanReview(town.Contest, [new Criterion("", "Nutzen", 10), new Criterion("", "Machbarkeit", 5)])));
        Assert.Equal("not_found", await bogdan.Asks(new ReviewIdea(bench.Id, Points(8, 3), "Gut.")));
        Assert.Equal("reviewer_unknown", await editor.Asks(new SetReviewer(town.Contest, "niemand@nirgends.example", true)));
        foreach (var reviewer in new[] { bogdan, clara }) Assert.Null(await editor.Asks(new SetReviewer(town.Contest, reviewer.Mail.ToUpperInvariant(), true)));

        Assert.Equal("review_bad", await bogdan.Asks(new ReviewIdea(bench.Id, Points(11, 3), null)));
        Assert.Equal("review_bad", await bogdan.Asks(new ReviewIdea(bench.Id, new Dictionary<string, int> { ["1"] = 8 }, null)));
        Assert.Equal("own_review", await bogdan.Asks(new ReviewIdea(well.Id, Points(8, 3), null)));
        Assert.Null(await bogdan.Asks(new ReviewIdea(bench.Id, Points(1, 1), "Zu teuer.")));
        Assert.Null(await bogdan.Asks(new ReviewIdea(bench.Id, Points(8, 3), "Gut gelegen.")));
        Assert.Null(await clara.Asks(new ReviewIdea(bench.Id, Points(6, 4), null)));
        Assert.Equal("criteria_fixed", await editor.Asks(new PlanReview(town.Contest, [new Criterion("", "Anders", 10)])));

        using var desk = await Leader.LogIn(hub, editor.Person.Mail, editor.Person.Password);
        var file = (await desk.Get($"/ideen/wettbewerb/{town.Key}/bewertung.csv")).Raw;
        Assert.Contains($"{bench.Number},Mehr Sitze,alle,2,10.50,7.00,3.50,Gut gelegen.", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Zu teuer", file, StringComparison.Ordinal);
        Assert.Contains("'=Brunnen", file, StringComparison.Ordinal);
        Assert.Contains("Mehr Sitze", (await desk.Get($"/ideen/wettbewerb/{town.Key}/bewertung")).Raw, StringComparison.Ordinal);

        using var reviewers = await Leader.LogIn(hub, bogdan.Person.Mail, bogdan.Person.Password);
        Assert.Contains("Gut gelegen.", (await reviewers.Get($"/ideen/bewertung/{town.Key}")).Raw, StringComparison.Ordinal);
        using var anyone = Leader.Nobody(hub);
        foreach (var (reader, path) in new[] { (anyone, $"/ideen/bewertung/{town.Key}"), (reviewers, $"/ideen/wettbewerb/{town.Key}/bewertung"), (reviewers, $"/ideen/wettbewerb/{town.Key}/bewertung.csv"), (anyone, $"/ideen/wettbewerb/{town.Key}/bewertung.csv") })
            Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(path)).Status);
        Assert.DoesNotContain("Gut gelegen", (await anyone.Get($"/ideen/{bench.Number}")).Raw, StringComparison.Ordinal);

        Assert.Null(await editor.Asks(new SetReviewer(town.Contest, bogdan.Mail, false)));
        Assert.Equal("not_found", await bogdan.Asks(new ReviewIdea(bench.Id, Points(9, 3), null)));
    }

    private static Dictionary<string, int> Points(int first, int second) => new() { ["1"] = first, ["2"] = second };
}
