using CsCheck;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Polls;

public sealed class WrittenPollTests
{
    [Fact]
    public void A_blank_line_parts_polls_and_a_dash_or_star_before_an_option_is_not_part_of_it()
    {
        var polls = WrittenPoll.Read("""

            Welche Farbe bekommt die Bank?
            - Rot
            * Grün
              •  Blau
            Gelb
             	
            Wann?
            -Montag
            –Dienstag


            """);
        Assert.Equal(["Welche Farbe bekommt die Bank?", "Wann?"], polls.Select(p => p.Draft.Question));
        Assert.Equal(["Rot", "Grün", "Blau", "Gelb"], polls[0].Draft.Options!);
        Assert.Equal(["Montag", "Dienstag"], polls[1].Draft.Options!);
        Assert.Equal([2, 8], polls.Select(p => p.Line));
        Assert.All(polls, p => Assert.Equal((PollKind.Single, null), (p.Draft.Kind!.Value, p.Refusal)));
    }

    [Theory, InlineData("\n"), InlineData("\r\n"), InlineData("\r")]
    public void Lines_may_end_as_on_any_machine(string end)
    {
        var polls = WrittenPoll.Read(string.Join(end, "\uFEFFWann?", "Heute", "Morgen", "", "Wo?", "Hier", "Dort"));
        Assert.Equal([("Wann?", 1), ("Wo?", 5)], polls.Select(p => (p.Draft.Question!, p.Line)));
        Assert.All(polls, p => Assert.Null(p.Refusal));
    }

    [Fact]
    public void A_dash_that_touches_a_digit_is_a_minus() =>
        Assert.Equal(["-5 Grad", "5 Grad", "10 Grad"], Assert.Single(WrittenPoll.Read("Wie kalt?\n-5 Grad\n- 5 Grad\n* 10 Grad")).Draft.Options!);

    [Theory]
    [InlineData("[Antrag] Dach?", PollKind.Motion, false), InlineData("[antrag,geheim] Dach?", PollKind.Motion, true), InlineData("[SECRET, motion] Dach?", PollKind.Motion, true)]
    [InlineData("[Text]Was fehlt?", PollKind.Text, false), InlineData("[geheim] Wer?\nAda\nBo", PollKind.Single, true), InlineData("[Mehrere] Wer?\nAda\nBo", PollKind.Multiple, false)]
    [InlineData("[Bewertung] Wie war es?\nRaum", PollKind.Rating, false), InlineData("[ Rangfolge ] Was zuerst?\nA\nB", PollKind.Ranking, false), InlineData("[Points] Wofür?\nA\nB", PollKind.Points, false)]
    public void Square_brackets_before_the_question_say_what_kind_it_is(string list, PollKind kind, bool secret)
    {
        var poll = Assert.Single(WrittenPoll.Read(list));
        Assert.Null(poll.Refusal);
        var rules = poll.Draft.ToRules(false).Value;
        Assert.Equal((kind, secret), (rules.Kind, rules.Secret));
        Assert.DoesNotContain('[', rules.Question);
    }

    [Theory]
    [InlineData("Wer?\nAda", 1, "options_missing"), InlineData("\n\nWer?", 3, "options_missing"), InlineData("Wer?\nAda\nBo\nada", 4, "options_alike"), InlineData("Wer?\nAda\n-\nBo", 3, "text_missing")]
    [InlineData("- Ada\n- Bo", 1, "list_question_missing"), InlineData("Wer?\n\n- Ada\n- Bo", 1, "options_missing"), InlineData("[Wahl] Wer?\nAda\nBo", 1, "list_mark_unknown"), InlineData("[] Wer?\nAda\nBo", 1, "list_mark_unknown")]
    [InlineData("[Antrag, Text] Wer?", 1, "list_mark_unknown"), InlineData("[Antrag]\nWer?", 1, "text_missing"), InlineData("[Antrag] Dach?\nJa\nNein", 1, "motion_needs_three"), InlineData("[Text] Was fehlt?\nBänke", 2, "list_text_has_options")]
    [InlineData("[Text, geheim] Was fehlt?", 1, "text_not_secret"), InlineData("Wer?\nAda\nB\0o", 3, "text_unreadable"), InlineData("W\0er?\nAda\nBo", 1, "text_unreadable")]
    public void A_mistake_names_its_line(string list, int line, string code)
    {
        var wrong = WrittenPoll.Read(list)[0];
        Assert.Equal((line, code), (wrong.WrongLine, wrong.Refusal?.Code));
    }

    [Fact]
    public void One_mistake_leaves_the_polls_around_it_as_they_are()
    {
        var polls = WrittenPoll.Read("Wer?\nAda\nBo\n\nWann?\n\nWo?\nHier\nDort");
        Assert.Equal([null, "options_missing", null], polls.Select(p => p.Refusal?.Code));
        Assert.Equal(5, polls[1].WrongLine);
    }

    [Fact]
    public void Limits_are_those_of_a_single_poll()
    {
        Assert.Equal((1, "text_too_long"), Wrong($"{new string('x', 501)}\nA\nB"));
        Assert.Null(WrittenPoll.Read($"{new string('x', 500)}\nA\n{new string('y', 200)}")[0].Refusal);
        Assert.Equal((3, "text_too_long"), Wrong($"Was?\nA\n{new string('y', 201)}"));
        Assert.Equal((1, "too_many_options"), Wrong("Was?\n" + string.Join('\n', Enumerable.Range(1, 61))));
        foreach (var half in new[] { "\uD800", "a\uDC00b" }) Assert.Equal((2, "text_unreadable"), Wrong($"Was?\n{half}\nB"));

        static (int, string?) Wrong(string list) => (WrittenPoll.Read(list)[0].WrongLine, WrittenPoll.Read(list)[0].Refusal?.Code);
    }

    // Known bad: without the check that a half character cannot be composed, Normalize throws.
    [Fact]
    public void Whatever_is_pasted_is_read_without_an_exception()
    {
        Assert.All(Hostile.All, text => WrittenPoll.Read($"{text}\n{text}\n\n[{text}]\n-{text}"));
        Gen.String[Gen.Char["-*•–[]] ,\n\r\t\0\u2028\uFEFFa5ß\uD83C\uDF33"], 0, 60].Sample(text =>
            Assert.All(WrittenPoll.Read(text), p => Assert.True(p.Refusal is null ? p.Draft.ToRules(false).Granted : p.WrongLine >= p.Line)));
    }

    [Fact]
    public void Each_word_of_a_mark_means_one_thing() =>
        Assert.All(PollMarks.Kinds, k => Assert.All(k.German.Concat(k.English), word => Assert.Equal((k.Kind, false), PollMarks.Read(word.ToUpperInvariant())!.Value)));
}
