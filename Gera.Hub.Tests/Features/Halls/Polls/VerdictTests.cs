using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Polls;

public sealed class VerdictTests
{
    [Theory]
    [InlineData(Majority.Simple, 2, 1, 0, null, "carried")]
    [InlineData(Majority.Simple, 1, 1, 0, null, "rejected")]
    [InlineData(Majority.Simple, 0, 0, 9, null, "rejected")]
    [InlineData(Majority.Simple, 1, 0, 9, null, "carried")]
    [InlineData(Majority.Absolute, 2, 1, 1, null, "rejected")]
    [InlineData(Majority.Absolute, 3, 1, 1, null, "carried")]
    [InlineData(Majority.Absolute, 0, 0, 0, null, "rejected")]
    [InlineData(Majority.TwoThirds, 2, 1, 0, null, "carried")]
    [InlineData(Majority.TwoThirds, 2, 1, 1, null, "rejected")]
    [InlineData(Majority.TwoThirds, 0, 0, 0, null, "rejected")]
    [InlineData(Majority.SimpleOfEntitled, 6, 2, 0, 11, "carried")]
    [InlineData(Majority.SimpleOfEntitled, 5, 2, 0, 10, "rejected")]
    [InlineData(Majority.AbsoluteOfEntitled, 6, 0, 0, 11, "carried")]
    [InlineData(Majority.AbsoluteOfEntitled, 5, 0, 0, 10, "rejected")]
    [InlineData(Majority.TwoThirdsOfEntitled, 8, 0, 0, 12, "carried")]
    [InlineData(Majority.TwoThirdsOfEntitled, 7, 0, 0, 11, "rejected")]
    [InlineData(Majority.TwoThirdsOfEntitled, 0, 0, 0, 0, "rejected")]
    public void A_motion_is_carried_by_its_majority(Majority majority, int yes, int no, int abstentions, int? entitled, string code) =>
        Assert.Equal(code, Of(majority, null, yes, no, abstentions, entitled)!.Code);

    [Fact]
    public void A_missed_quorum_comes_before_the_majority()
    {
        Assert.Equal("noQuorum", Of(Majority.Simple, 11, 10, 0, 0)!.Code);
        Assert.Equal("carried", Of(Majority.Simple, 11, 10, 0, 1)!.Code);
    }

    [Fact]
    public void Only_a_closed_motion_has_a_verdict()
    {
        Assert.Null(Verdict.Of(Some.Poll(Some.Rules(PollKind.Motion), PollState.Open)));
        Assert.Null(Verdict.Of(Some.Poll(Some.Rules(), PollState.Closed) with { Result = new PollResult([1, 0, 0], [], 1, 1) }));
        Assert.Null(Verdict.Of(Some.Poll(Some.Rules(PollKind.Motion), PollState.Annulled) with { Result = new PollResult([1, 0, 0], [], 1, 1) }));
    }

    [Fact]
    public void Too_few_secret_ballots_have_no_result_to_judge() =>
        Assert.Equal(("tooFew", 0L), (Verdict.Of(Closed(Majority.Simple, null, new PollResult([0, 0, 0], [], 3, 3, TooFew: true), null))!.Code,
            Verdict.Of(Closed(Majority.Simple, null, new PollResult([0, 0, 0], [], 3, 3, TooFew: true), null))!.Yes));

    [Theory, InlineData("carried"), InlineData("rejected"), InlineData("noQuorum"), InlineData("tooFew")]
    public void Every_verdict_reads_aloud_in_both_languages(string code)
    {
        foreach (var majority in Enum.GetValues<Majority>())
        {
            var verdict = new Verdict(code, 1234, 2, 3, majority, 5, 4, 1300);
            var (german, english) = (VerdictWords.German(verdict), VerdictWords.English(verdict));
            Assert.EndsWith(".", german, StringComparison.Ordinal);
            Assert.EndsWith(".", english, StringComparison.Ordinal);
            Assert.NotEqual(german, english);
            if (code is "carried" or "rejected")
            {
                Assert.Contains("1.234 Ja", german, StringComparison.Ordinal);
                Assert.Contains("1,234 yes", english, StringComparison.Ordinal);
            }
        }
    }

    private static Verdict? Of(Majority majority, int? quorum, int yes, int no, int abstentions, int? entitled = null) =>
        Verdict.Of(Closed(majority, quorum, new PollResult([yes, no, abstentions], [], yes + no + abstentions, 1), entitled));

    private static Poll Closed(Majority majority, int? quorum, PollResult result, int? entitled) =>
        Some.Poll(Some.Rules(PollKind.Motion, majority: majority, quorum: quorum), PollState.Closed, entitled) with { Result = result };
}
