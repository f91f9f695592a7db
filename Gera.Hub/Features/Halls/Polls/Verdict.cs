namespace Gera.Hub.Features.Halls.Polls;

/// <summary>Whether a motion is carried, by its majority rule and quorum.</summary>
/// <param name="Code">carried, rejected, noQuorum or tooFew.</param>
public sealed record Verdict(string Code, long Yes, long No, long Abstentions, Majority Majority, int? Quorum, int Voters, int? Entitled)
{
    /// <summary>Null for anything but a closed motion.</summary>
    public static Verdict? Of(Poll poll)
    {
        if (poll is not { State: PollState.Closed, Rules: { Kind: PollKind.Motion } rules, Result: { } result }) return null;
        var majority = rules.Majority ?? Majority.Simple;
        if (result.TooFew) return new Verdict("tooFew", 0, 0, 0, majority, rules.Quorum, result.Voters, poll.Entitled);
        var (yes, no, abstentions) = (result.Votes[0], result.Votes[1], result.Votes[2]);
        var code = rules.Quorum > result.Voters ? "noQuorum" : Carries(majority, yes, no, result.Voters, poll.Entitled ?? 0) ? "carried" : "rejected";
        return new Verdict(code, yes, no, abstentions, majority, rules.Quorum, result.Voters, poll.Entitled);
    }

    private static bool Carries(Majority majority, long yes, long no, long cast, long entitled) => majority switch
    {
        Majority.Simple => yes > no,
        Majority.Absolute => 2 * yes > cast,
        Majority.TwoThirds => cast > 0 && 3 * yes >= 2 * cast,
        Majority.SimpleOfEntitled => yes > no && 2 * yes > entitled,
        Majority.AbsoluteOfEntitled => 2 * yes > entitled,
        Majority.TwoThirdsOfEntitled => entitled > 0 && 3 * yes >= 2 * entitled,
        _ => false,
    };
}
