using Bunit;
using Gera.Hub.Features.Halls.Polls;
using Gera.Hub.Features.Halls.Screens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Screens;

/// <summary>A ballot is complete without script: what its form sends is a choice that fits the rules.</summary>
public sealed class BallotFormTests : BunitContext
{
    private static readonly string[] Places = ["Küchengarten", "Biermannplatz", "Uferweg"];

    public BallotFormTests() => Services.AddLocalization();

    [Theory]
    [InlineData(PollKind.Single, "radio")]
    [InlineData(PollKind.Motion, "radio")]
    [InlineData(PollKind.Multiple, "checkbox")]
    public void Every_option_is_a_large_target_with_its_text(PollKind kind, string type)
    {
        var form = Ballot(kind);
        Assert.Equal(Places, form.FindAll("label.option").Select(option => option.TextContent.Trim()));
        Assert.All(form.FindAll("label.option input"), input => Assert.Equal(type, input.GetAttribute("type")));
    }

    [Theory]
    [InlineData(PollKind.Rating)]
    [InlineData(PollKind.Ranking)]
    [InlineData(PollKind.Points)]
    public void Every_control_has_a_name_that_can_be_read_out(PollKind kind)
    {
        var form = Ballot(kind);
        foreach (var control in form.FindAll("select, input[type=number]"))
            Assert.NotEmpty(form.Find($"label[for={control.Id}]").TextContent);
        foreach (var stars in form.FindAll("[role=radiogroup]"))
        {
            Assert.NotEmpty(form.Find("#" + stars.GetAttribute("aria-labelledby")).TextContent);
            Assert.Equal(5, stars.QuerySelectorAll("input[type=radio]").Length);
        }
    }

    [Theory]
    [InlineData(PollKind.Single)]
    [InlineData(PollKind.Multiple)]
    [InlineData(PollKind.Rating)]
    [InlineData(PollKind.Ranking)]
    [InlineData(PollKind.Points)]
    [InlineData(PollKind.Text)]
    public void What_was_chosen_stands_there_again_and_is_read_back_the_same(PollKind kind)
    {
        var filled = kind switch
        {
            PollKind.Text => new Filled(new Dictionary<int, int>(), "Grün & <b>schön</b>"),
            PollKind.Single => new Filled(new Dictionary<int, int> { [2] = 1 }),
            PollKind.Multiple => new Filled(new Dictionary<int, int> { [1] = 1, [3] = 1 }),
            _ => new Filled(new Dictionary<int, int> { [1] = 2, [3] = 1 }),
        };
        var form = Ballot(kind, filled);
        Assert.Empty(form.FindAll("b"));
        var read = Filled.Read(Sent(form), Rules(kind));
        Assert.Equal(filled.Values.OrderBy(v => v.Key), read.Values.OrderBy(v => v.Key));
        Assert.Equal(filled.Words ?? "", read.Words ?? "");
        Assert.True(Choices(read, kind).Granted);
    }

    [Fact]
    public void A_ranking_goes_out_in_the_order_of_its_places()
    {
        var filled = new Filled(new Dictionary<int, int> { [1] = 3, [2] = 1, [3] = 2 });
        Assert.Equal([2, 3, 1], Choices(filled, PollKind.Ranking).Value.Numbers);
        Assert.True(new Filled(new Dictionary<int, int> { [1] = 1, [2] = 1 }).SharesPlaces);
    }

    private static Gera.Hub.People.Answer<Gera.Hub.Features.Halls.Ballots.Choice> Choices(Filled filled, PollKind kind) =>
        Gera.Hub.Features.Halls.Ballots.Choice.Read(filled.ToChoices(kind), Rules(kind));

    private IRenderedComponent<BallotForm> Ballot(PollKind kind, Filled? filled = null) =>
        Render<BallotForm>(form => form.Add(f => f.Poll, Snapshot(kind)).Add(f => f.Key, "schlüssel").Add(f => f.Filled, filled ?? Filled.Nothing));

    private static FormCollection Sent(IRenderedComponent<BallotForm> form)
    {
        var fields = new List<(string Name, string Value)>();
        foreach (var input in form.FindAll("input[name]"))
            if (input.GetAttribute("type") is not ("radio" or "checkbox") || input.HasAttribute("checked")) fields.Add((input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        foreach (var select in form.FindAll("select"))
            fields.Add((select.GetAttribute("name")!, select.QuerySelector("option[selected]")?.GetAttribute("value") ?? ""));
        return new FormCollection(fields.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)])));
    }

    private static PollRules Rules(PollKind kind) => new("Welche Fläche zuerst?", kind, kind == PollKind.Text ? [] : Places, false, true, ShowResults.Live, Max: 2, Spread: 10);

    private static PollSnapshot Snapshot(PollKind kind) => new(Guid.Empty.ToString(), "K7MQXA", 1, "Welche Fläche zuerst?", kind, PollState.Open, false, true, ShowResults.Live, true,
        [.. Rules(kind).Options.Select((text, i) => new OptionSnapshot(i + 1, text, 0))], 0, 0, 0, null, 1, 2, 10, null, null, null, null, null, null, null, null);
}
