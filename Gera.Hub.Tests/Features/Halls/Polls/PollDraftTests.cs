using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Polls;

public sealed class PollDraftTests
{
    [Fact]
    public void Only_question_kind_and_options_are_required()
    {
        var rules = Some.Draft().ToRules(false).Value;
        Assert.Equal((false, true, ShowResults.Live, null, null), (rules.Secret, rules.Changeable, rules.Results, rules.Majority, rules.Quorum));
        Assert.Equal(["Rot", "Grün", "Blau"], rules.Options);
    }

    [Fact]
    public void A_secret_poll_is_final_and_shows_at_close_whatever_was_asked_for()
    {
        var rules = (Some.Draft() with { Secret = true, Changeable = true, Results = ShowResults.Live }).ToRules(false).Value;
        Assert.Equal((true, false, ShowResults.Closed), (rules.Secret, rules.Changeable, rules.Results));
    }

    [Fact]
    public void A_motion_fills_in_its_three_answers_and_a_simple_majority()
    {
        var rules = new PollDraft("Bekommt Gera eine Fahrradstraße?", PollKind.Motion, null).ToRules(false).Value;
        Assert.Equal(["Ja", "Nein", "Enthaltung"], rules.Options);
        Assert.Equal(Majority.Simple, rules.Majority);
    }

    [Fact]
    public void Multiple_defaults_to_one_up_to_all()
    {
        var rules = Some.Draft(PollKind.Multiple).ToRules(false).Value;
        Assert.Equal((1, 3), (rules.Min, rules.Max));
    }

    [Fact]
    public void A_text_poll_needs_no_options() => Assert.Empty(new PollDraft("Was fehlt?", PollKind.Text, ["wird", "nicht", "gebraucht"]).ToRules(false).Value.Options);

    [Fact]
    public void Texts_are_trimmed_and_composed() => Assert.Equal("Grün", Some.Draft(PollKind.Single, "  Gru\u0308n ", "Rot").ToRules(false).Value.Options[0]);

    [Theory]
    [InlineData(null, "text_missing"), InlineData("", "text_missing"), InlineData(" \t\n ", "text_missing")]
    [InlineData("nul\0l", "text_unreadable"), InlineData("Glocke\a", "text_unreadable")]
    public void A_question_must_be_readable(string? question, string code) => Refused(Some.Draft() with { Question = question }, code);

    // Written here and not in an attribute: the compiler stores those as UTF-8, which cannot hold half a character.
    [Fact]
    public void Half_a_character_is_not_readable()
    {
        foreach (var half in new[] { "\uD800", "a\uDC00b", "\uDFFF\uD800", "🌳\uD83C" })
        {
            Refused(Some.Draft() with { Question = half }, "text_unreadable");
            Refused(Some.Draft(PollKind.Single, "Rot", half), "text_unreadable");
        }
        Assert.True((Some.Draft() with { Question = "Mehr 🌳?" }).ToRules(false).Granted);
    }

    [Fact]
    public void A_question_has_at_most_500_characters()
    {
        Assert.True((Some.Draft() with { Question = new string('ä', 500) }).ToRules(false).Granted);
        Refused(Some.Draft() with { Question = new string('ä', 501) }, "text_too_long");
    }

    [Fact]
    public void The_kind_must_be_named() => Refused(Some.Draft(kind: null), "kind_unknown");

    [Fact]
    public void A_choice_needs_two_options_and_a_rating_one()
    {
        Refused(Some.Draft(PollKind.Single, "Rot"), "options_missing");
        Refused(Some.Draft() with { Options = null }, "options_missing");
        Refused(Some.Draft(PollKind.Rating) with { Options = [] }, "options_missing");
        Assert.True(Some.Draft(PollKind.Rating, "Der Abend").ToRules(false).Granted);
    }

    [Fact]
    public void There_are_at_most_sixty_options()
    {
        Assert.True(Some.Draft(PollKind.Single, [.. Enumerable.Range(1, 60).Select(n => $"Nr. {n}")]).ToRules(false).Granted);
        Refused(Some.Draft(PollKind.Single, [.. Enumerable.Range(1, 61).Select(n => $"Nr. {n}")]), "too_many_options");
    }

    [Theory, InlineData("Rot", "rot"), InlineData("Rot", " Rot "), InlineData("Grün", "Gru\u0308n")]
    public void Options_that_look_alike_are_refused(string one, string other) => Refused(Some.Draft(PollKind.Single, one, other), "options_alike");

    [Theory, InlineData("", "text_missing"), InlineData("\0", "text_unreadable")]
    public void Each_option_must_be_readable(string option, string code) => Refused(Some.Draft(PollKind.Single, "Rot", option), code);

    [Fact]
    public void An_option_that_is_null_is_a_missing_text() => Refused(Some.Draft() with { Options = ["Rot", null!] }, "text_missing");

    [Fact]
    public void A_motion_has_three_answers_or_none_given()
    {
        Refused(Some.Draft(PollKind.Motion, "Ja", "Nein"), "motion_needs_three");
        Assert.Equal("Dafür", Some.Draft(PollKind.Motion, "Dafür", "Dagegen", "Egal").ToRules(false).Value.Options[0]);
    }

    [Fact]
    public void Words_cannot_be_secret() => Refused(new PollDraft("Was fehlt?", PollKind.Text, null, Secret: true), "text_not_secret");

    [Fact]
    public void Only_motions_have_a_majority() => Refused(Some.Draft() with { Majority = Majority.Simple }, "majority_only_for_motions");

    [Theory, InlineData(0), InlineData(-5), InlineData(1_000_001)]
    public void A_quorum_is_a_number_of_people(int quorum) => Refused(Some.Draft() with { Quorum = quorum }, "quorum_out_of_range");

    [Theory, InlineData(0), InlineData(-1), InlineData(1001)]
    public void Points_to_spread_are_few(int spread) => Refused(Some.Draft(PollKind.Points) with { Spread = spread }, "spread_out_of_range");

    [Theory, InlineData(0, 2), InlineData(3, 2), InlineData(1, 4), InlineData(-1, 1), InlineData(4, null)]
    public void Least_and_most_choices_fit_the_options(int min, int? max) => Refused(Some.Draft(PollKind.Multiple) with { Min = min, Max = max }, "min_max_out_of_range");

    [Theory, InlineData(Majority.SimpleOfEntitled), InlineData(Majority.AbsoluteOfEntitled), InlineData(Majority.TwoThirdsOfEntitled)]
    public void A_majority_of_those_entitled_needs_to_know_them(Majority majority)
    {
        var draft = new PollDraft("Antrag 1", PollKind.Motion, null, Majority: majority);
        Refused(draft, "entitled_unknown");
        Assert.True(draft.ToRules(entitledKnown: true).Granted);
    }

    private static void Refused(PollDraft draft, string code) => Assert.Equal(code, draft.ToRules(false).Refusal?.Code);
}
