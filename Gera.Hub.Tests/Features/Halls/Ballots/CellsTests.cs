using CsCheck;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Ballots;

public sealed class CellsTests
{
    [Fact]
    public void Chosen_options_get_one_vote_each() => Assert.Equal([1, 0, 1], Count(Some.Rules(PollKind.Multiple), [1, 3]));

    [Fact]
    public void A_ranking_counts_by_Borda_with_first_places_behind() => Assert.Equal([0, 1, 2, 0, 0, 1], Count(Some.Rules(PollKind.Ranking), [3, 2, 1]));

    [Fact]
    public void Who_is_not_ranked_gets_no_points() => Assert.Equal([0, 2, 0, 0, 1, 0], Count(Some.Rules(PollKind.Ranking), [2]));

    [Fact]
    public void Stars_add_up_and_are_counted_by_their_number() => Assert.Equal([5, 2, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0], Count(Some.Rules(PollKind.Rating, options: 2), [1, 5, 2, 2]));

    [Fact]
    public void Points_add_up() => Assert.Equal([70, 0, 30], Count(Some.Rules(PollKind.Points), [1, 70, 3, 30]));

    [Fact]
    public void Words_have_no_cells() => Assert.Empty(Count(Some.Rules(PollKind.Text), []));

    [Fact]
    public void What_is_added_and_taken_away_again_leaves_nothing() => Votes.Ballots.Sample(made =>
    {
        var cells = new long[Cells.Count(made.Rules)];
        foreach (var choice in made.Choices) Cells.Add(cells, made.Rules, choice, 1);
        foreach (var choice in made.Choices.Reverse()) Cells.Add(cells, made.Rules, choice, -1);
        Assert.All(cells, cell => Assert.Equal(0, cell));
    });

    [Fact]
    public void The_order_of_ballots_says_nothing() => Votes.Ballots.Sample(made =>
        Assert.Equal(Count(made.Rules, made.Choices), Count(made.Rules, [.. made.Choices.Reverse()])));

    [Fact]
    public void Counting_a_choice_many_times_is_counting_it_times_many() => Votes.Ballots.Sample(made =>
    {
        var (once, many) = (new long[Cells.Count(made.Rules)], new long[Cells.Count(made.Rules)]);
        foreach (var choice in made.Choices)
        {
            for (var i = 0; i < 7; i++) Cells.Add(once, made.Rules, choice, 1);
            Cells.Add(many, made.Rules, choice, 7);
        }
        Assert.Equal(once, many);
    });

    private static long[] Count(PollRules rules, params int[][] choices)
    {
        var cells = new long[Cells.Count(rules)];
        foreach (var choice in choices) Cells.Add(cells, rules, choice, 1);
        return cells;
    }
}
