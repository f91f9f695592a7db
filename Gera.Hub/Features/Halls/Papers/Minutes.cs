using System.Globalization;

namespace Gera.Hub.Features.Halls.Papers;

/// <summary>Minutes of a session that has ended, written from what was stored and nothing else.</summary>
/// <param name="Leader">Name as the leader wants to be seen; null when the account is gone.</param>
/// <param name="Opened">On Gera's clocks, like all times here.</param>
/// <param name="Voters">Most voters in one poll; null when no number may be told.</param>
/// <param name="Head">SHA-256 over the sorted heads of the polls, joined by line feeds.</param>
public sealed record Minutes(string Code, string Title, string Group, Access Access, string? Leader, DateTimeOffset Opened, DateTimeOffset Ended, int? Voters,
    MinutesPoll[] Polls, MinutesQuestion[] Questions, string Head)
{
    public static Minutes Of(HallView view, string? leader, IEnumerable<PollSnapshot> polls, IEnumerable<MinutesQuestion> questions)
    {
        var items = polls.Select((snapshot, i) => MinutesPoll.Of(i + 1, view.Find(Guid.Parse(snapshot.Id))!, snapshot)).ToArray();
        return new Minutes(view.Hall.Code, view.Hall.Title, view.Hall.Group, view.Hall.Access, leader,
            PaperWords.Local(view.Hall.OpenedAt), PaperWords.Local(view.Hall.EndedAt!.Value), items.Max(p => p.Voters), items, [.. questions],
            Chain.Hash(string.Join('\n', items.Select(p => p.Head).OfType<string>().Order(StringComparer.Ordinal))));
    }
}

/// <summary>One poll of the agenda. Numbers are null while they are hidden or were too few.</summary>
/// <param name="Voters">Ballots cast; null for a secret poll with fewer than five.</param>
/// <param name="Entitled">How many could have voted, where that is known.</param>
/// <param name="Reason">Why it was annulled.</param>
public sealed record MinutesPoll(int Number, string Id, string Question, PollKind Kind, PollState State, bool Secret, Majority? Majority, string? Rule, int? Quorum, bool? QuorumMet,
    int? Voters, int? Entitled, MinutesOption[] Options, WordSnapshot[]? Words, string? VerdictCode, string? Verdict, string? Reason, string? Head, DateTimeOffset? Opened, DateTimeOffset? Closed)
{
    public static MinutesPoll Of(int number, Poll poll, PollSnapshot snapshot)
    {
        var (rules, german) = (poll.Rules, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "de");
        int? voters = poll.Result?.TooFew == true ? null : snapshot.Voters;
        return new MinutesPoll(number, snapshot.Id, rules.Question, rules.Kind, poll.State, rules.Secret, rules.Majority,
            rules.Majority is { } m ? german ? VerdictWords.Rule(m) : VerdictWords.EnglishRule(m) : null, rules.Quorum, rules.Quorum is { } quorum ? voters >= quorum : null,
            voters, poll.Entitled, [.. snapshot.Options.Select(o => MinutesOption.Of(o, snapshot, voters))], snapshot.Words,
            snapshot.Verdict?.Code, german ? snapshot.Verdict?.Text : snapshot.Verdict?.TextEnglish, poll.Reason, poll.Head,
            poll.OpenedAt is { } opened ? PaperWords.Local(opened) : null, poll.ClosedAt is { } closed ? PaperWords.Local(closed) : null);
    }
}

/// <summary>An option with what it got.</summary>
/// <param name="Votes">Ballots, stars, points or Borda points.</param>
/// <param name="OfCast">Percent of the ballots cast, where votes are ballots.</param>
/// <param name="OfEntitled">Percent of those entitled, where that is known.</param>
/// <param name="Average">Mean number of stars (rating).</param>
/// <param name="Firsts">First places (ranking).</param>
public sealed record MinutesOption(int Number, string Text, long? Votes, decimal? OfCast, decimal? OfEntitled, decimal? Average, long? Firsts)
{
    internal static MinutesOption Of(OptionSnapshot option, PollSnapshot poll, int? voters)
    {
        var ballots = poll.Kind is PollKind.Single or PollKind.Multiple or PollKind.Motion;
        var raters = poll.Detail?.Stars?[option.Number - 1].Sum();
        return new MinutesOption(option.Number, option.Text, option.Votes,
            ballots ? PaperWords.Percent(option.Votes, voters) : null, ballots ? PaperWords.Percent(option.Votes, poll.Entitled) : null,
            raters > 0 && option.Votes is { } stars ? Math.Round((decimal)stars / raters.Value, 1, MidpointRounding.AwayFromZero) : null,
            poll.Detail?.Firsts?[option.Number - 1]);
    }
}

/// <summary>A question from the floor that everyone could see.</summary>
public sealed record MinutesQuestion(string Text, string? Name, int Upvotes, bool Answered, string? Answer);
