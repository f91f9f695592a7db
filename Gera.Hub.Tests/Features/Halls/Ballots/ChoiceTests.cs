using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Ballots;

public sealed class ChoiceTests
{
    [Theory, InlineData("[1]"), InlineData("[3]")]
    public void A_single_choice_is_one_of_the_options(string json) => Assert.Equal(Some.Json(json)[0].GetInt32(), Assert.Single(Read(json, PollKind.Single).Value.Numbers));

    [Theory]
    [InlineData("[]"), InlineData("[0]"), InlineData("[4]"), InlineData("[-1]"), InlineData("[1,2]"), InlineData("[1,1]"), InlineData("[2147483648]"), InlineData("[1e99]"), InlineData("[1.5]")]
    [InlineData("[null]"), InlineData("[\"1\"]"), InlineData("[[1]]"), InlineData("[{}]"), InlineData("1"), InlineData("\"1\""), InlineData("{}"), InlineData("null"), InlineData("true")]
    public void Anything_else_is_no_choice(string json)
    {
        Assert.Equal("choice_invalid", Read(json, PollKind.Single).Refusal?.Code);
        Assert.Equal("choice_invalid", Read(json, PollKind.Motion).Refusal?.Code);
    }

    [Fact]
    public void A_missing_choice_is_no_choice() => Assert.Equal("choice_invalid", Choice.Read(default, Some.Rules()).Refusal?.Code);

    [Fact]
    public void A_longer_list_than_any_poll_has_options_is_not_even_read() =>
        Assert.Equal("choice_invalid", Read($"[{string.Join(',', Enumerable.Repeat("1", 61))}]", PollKind.Multiple).Refusal?.Code);

    [Fact]
    public void Several_choices_are_kept_in_one_order() => Assert.Equal([1, 3], Read("[3,1]", Some.Rules(PollKind.Multiple, max: 2)).Value.Numbers);

    [Theory]
    [InlineData("[1]", "too_few_choices"), InlineData("[]", "too_few_choices"), InlineData("[1,2,3,4]", "too_many_choices"), InlineData("[1,1]", "choice_invalid"), InlineData("[1,6]", "choice_invalid")]
    public void Several_choices_stay_between_least_and_most(string json, string code) =>
        Assert.Equal(code, Read(json, Some.Rules(PollKind.Multiple, options: 5, min: 2, max: 3)).Refusal?.Code);

    [Fact]
    public void A_ranking_keeps_its_order_and_may_stop_early()
    {
        Assert.Equal([3, 1, 2], Read("[3,1,2]", PollKind.Ranking).Value.Numbers);
        Assert.Equal([2], Read("[2]", PollKind.Ranking).Value.Numbers);
    }

    [Theory, InlineData("[]"), InlineData("[1,1]"), InlineData("[1,2,3,4]"), InlineData("[0]")]
    public void A_ranking_names_each_option_once(string json) => Assert.Equal("choice_invalid", Read(json, PollKind.Ranking).Refusal?.Code);

    [Fact]
    public void Ratings_are_pairs_sorted_by_option() => Assert.Equal([1, 5, 3, 1], Read("[[3,1],[1,5]]", PollKind.Rating).Value.Numbers);

    [Theory]
    [InlineData("[]"), InlineData("[[1,0]]"), InlineData("[[1,6]]"), InlineData("[[1,-1]]"), InlineData("[[1,3],[1,4]]"), InlineData("[[4,1]]"), InlineData("[[1]]"), InlineData("[[1,2,3]]")]
    [InlineData("[1,2]"), InlineData("[[1,\"2\"]]"), InlineData("[[[1],2]]"), InlineData("[[1,99999999999]]")]
    public void A_rating_gives_one_to_five_stars_once(string json) => Assert.Equal("choice_invalid", Read(json, PollKind.Rating).Refusal?.Code);

    [Fact]
    public void Points_of_nought_are_left_out() => Assert.Equal([2, 100], Read("[[1,0],[2,100]]", PollKind.Points).Value.Numbers);

    [Theory]
    [InlineData("[[1,60],[2,41]]", "points_do_not_add_up"), InlineData("[[1,101]]", "choice_invalid"), InlineData("[[1,-50],[2,100]]", "choice_invalid")]
    [InlineData("[[1,0]]", "choice_invalid"), InlineData("[]", "choice_invalid"), InlineData("[[1,2147483647],[2,2147483647]]", "choice_invalid"), InlineData("[[1,50],[1,50]]", "choice_invalid")]
    public void Nobody_spreads_more_points_than_there_are(string json, string code) => Assert.Equal(code, Read(json, PollKind.Points).Refusal?.Code);

    [Fact]
    public void Fewer_points_than_there_are_may_be_spread() => Assert.True(Read("[[1,1]]", PollKind.Points).Granted);

    [Theory, InlineData("\"Bäume\"", "Bäume"), InlineData("\" zwei\\nZeilen \"", "zwei Zeilen"), InlineData("\"Ba\\u0308ume\"", "Bäume"), InlineData("\"\\ud83c\\udf33\"", "🌳")]
    public void Words_become_one_line(string json, string words) => Assert.Equal(words, Read(json, PollKind.Text).Value.Words);

    [Theory]
    [InlineData("\"\"", "text_missing"), InlineData("\"  \"", "text_missing"), InlineData("\"a\\u0000b\"", "text_unreadable"), InlineData("\"\\ud800\"", "text_unreadable"), InlineData("\"\\udc00x\"", "text_unreadable")]
    [InlineData("[1]", "choice_invalid"), InlineData("null", "choice_invalid"), InlineData("{}", "choice_invalid")]
    public void Words_must_be_readable(string json, string code) => Assert.Equal(code, Read(json, PollKind.Text).Refusal?.Code);

    [Fact]
    public void Words_are_few()
    {
        Assert.True(Choice.OfWords(new string('x', 140)).Granted);
        Assert.Equal("text_too_long", Choice.OfWords(new string('x', 141)).Refusal?.Code);
    }

    private static Answer<Choice> Read(string json, PollKind kind) => Read(json, Some.Rules(kind, max: 3));

    private static Answer<Choice> Read(string json, PollRules rules) => Choice.Read(Some.Json(json), rules);
}
