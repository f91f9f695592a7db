using System.Globalization;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>An option as clients see it.</summary>
/// <param name="Number">From one, in the order given.</param>
/// <param name="Votes">Ballots, stars, points or Borda points; null while hidden.</param>
public sealed record OptionSnapshot(int Number, string Text, long? Votes);

/// <summary>A word of a cloud and how many wrote it.</summary>
public sealed record WordSnapshot(string Text, int Count);

/// <summary>What else a kind shows beside votes.</summary>
/// <param name="Firsts">First places per option (ranking).</param>
/// <param name="Stars">Per option how many gave one, two, … five stars (rating).</param>
public sealed record DetailSnapshot(long[]? Firsts, long[][]? Stars);

/// <summary>A verdict in words, in the language of whoever reads it first.</summary>
public sealed record VerdictSnapshot(string Code, string Text, string TextEnglish);

/// <summary>A poll as every client sees it, over HTTP and SignalR alike.</summary>
/// <param name="Shown">Whether votes are there.</param>
/// <param name="Voters">Ballots in; 0 while a secret poll has fewer than five.</param>
/// <param name="Version">Grows with every change of the count.</param>
public sealed record PollSnapshot(
    string Id, string Session, int Position, string Question, PollKind Kind, PollState State, bool Secret, bool Changeable, ShowResults Results, bool Shown,
    OptionSnapshot[] Options, int Voters, long Version, int Connected, int? Entitled, int Min, int Max, int Spread, Majority? Majority, int? Quorum,
    DateTimeOffset? ClosesAt, DetailSnapshot? Detail, WordSnapshot[]? Words, VerdictSnapshot? Verdict, string? Head, string? Reason)
{
    public static PollSnapshot Of(Poll poll, HallView view, Count count, int connected, WordSnapshot[]? words)
    {
        var (rules, shown, small) = (poll.Rules, poll.Shows, IsHiddenCrowd(poll, count));
        var verdict = Polls.Verdict.Of(poll) is { } v && (shown || v.Code == "tooFew") ? new VerdictSnapshot(v.Code, VerdictWords.German(v), VerdictWords.English(v)) : null;
        return new PollSnapshot(poll.Id.ToString(), view.Hall.Code, view.Polls.ToList().IndexOf(poll) + 1, rules.Question, rules.Kind, poll.State, rules.Secret, rules.Changeable, rules.Results, shown,
            [.. rules.Options.Select((text, i) => new OptionSnapshot(i + 1, text, shown ? count.Cells[i] : null))],
            small ? 0 : count.Voters, small ? 0 : count.Version, connected, poll.Entitled, rules.Min, rules.Max, rules.Spread, rules.Majority, rules.Quorum,
            poll.State == PollState.Open ? poll.ClosesAt : null, shown ? DetailOf(rules, count.Cells) : null, shown ? words : null, verdict, poll.Head, poll.Reason);
    }

    /// <summary>Below five even the number of voters of a secret poll could tell who came, after close as well.</summary>
    public static bool IsHiddenCrowd(Poll poll, Count count) => poll.Rules.Secret && count.Voters < Poll.Crowd;

    public static DetailSnapshot? DetailOf(PollRules rules, long[] cells)
    {
        var options = rules.Options.Length;
        return rules.Kind switch
        {
            PollKind.Ranking => new DetailSnapshot(cells[options..], null),
            PollKind.Rating => new DetailSnapshot(null, [.. cells[options..].Chunk(PollRules.Stars)]),
            _ => null,
        };
    }
}

/// <summary>The count that travels with its numbers, at most four times a second.</summary>
public sealed record TallySnapshot(string Poll, long Version, long[]? Votes, int Voters, DetailSnapshot? Detail)
{
    public static TallySnapshot Of(Poll poll, Count count)
    {
        var small = PollSnapshot.IsHiddenCrowd(poll, count);
        return new TallySnapshot(poll.Id.ToString(), small ? 0 : count.Version, poll.Shows ? count.Cells[..poll.Rules.Options.Length] : null,
            small ? 0 : count.Voters, poll.Shows ? PollSnapshot.DetailOf(poll.Rules, count.Cells) : null);
    }
}

/// <summary>Verdicts as they are read aloud.</summary>
internal static class VerdictWords
{
    private static readonly CultureInfo De = CultureInfo.GetCultureInfo("de-DE");
    private static readonly CultureInfo En = CultureInfo.GetCultureInfo("en-GB");

    public static string German(Verdict v) => v.Code switch
    {
        "tooFew" => "Zu wenige Stimmen: Bei weniger als fünf geheimen Stimmen wird kein Ergebnis veröffentlicht.",
        "noQuorum" => string.Create(De, $"Nicht beschlussfähig: {v.Voters:N0} von mindestens {v.Quorum:N0} nötigen Stimmen."),
        "carried" => string.Create(De, $"Angenommen: {v.Yes:N0} Ja, {v.No:N0} Nein, {v.Abstentions:N0} Enthaltungen ({Rule(v.Majority)})."),
        _ => string.Create(De, $"Abgelehnt: {v.Yes:N0} Ja, {v.No:N0} Nein, {v.Abstentions:N0} Enthaltungen ({Rule(v.Majority)})."),
    };

    public static string English(Verdict v) => v.Code switch
    {
        "tooFew" => "Too few votes: with fewer than five secret ballots no result is published.",
        "noQuorum" => string.Create(En, $"No quorum: {v.Voters:N0} of at least {v.Quorum:N0} votes needed."),
        "carried" => string.Create(En, $"Carried: {v.Yes:N0} yes, {v.No:N0} no, {v.Abstentions:N0} abstentions ({EnglishRule(v.Majority)})."),
        _ => string.Create(En, $"Rejected: {v.Yes:N0} yes, {v.No:N0} no, {v.Abstentions:N0} abstentions ({EnglishRule(v.Majority)})."),
    };

    public static string Rule(Majority majority) => majority switch
    {
        Majority.Simple => "einfache Mehrheit",
        Majority.Absolute => "absolute Mehrheit der abgegebenen Stimmen",
        Majority.TwoThirds => "zwei Drittel der abgegebenen Stimmen",
        Majority.SimpleOfEntitled => "Mehrheit der Stimmberechtigten, mehr Ja als Nein",
        Majority.AbsoluteOfEntitled => "absolute Mehrheit der Stimmberechtigten",
        _ => "zwei Drittel der Stimmberechtigten",
    };

    public static string EnglishRule(Majority majority) => majority switch
    {
        Majority.Simple => "simple majority",
        Majority.Absolute => "absolute majority of votes cast",
        Majority.TwoThirds => "two thirds of votes cast",
        Majority.SimpleOfEntitled => "majority of those entitled, more yes than no",
        Majority.AbsoluteOfEntitled => "absolute majority of those entitled",
        _ => "two thirds of those entitled",
    };
}
