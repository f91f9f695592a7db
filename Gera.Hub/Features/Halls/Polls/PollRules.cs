using System.Text.Json.Serialization;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>What kind of question it is. Names are stored and part of the contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PollKind>))]
public enum PollKind
{
    [JsonStringEnumMemberName("single")] Single,
    [JsonStringEnumMemberName("multiple")] Multiple,
    [JsonStringEnumMemberName("rating")] Rating,
    [JsonStringEnumMemberName("ranking")] Ranking,
    [JsonStringEnumMemberName("points")] Points,
    [JsonStringEnumMemberName("text")] Text,
    [JsonStringEnumMemberName("motion")] Motion,
}

/// <summary>When results show.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ShowResults>))]
public enum ShowResults
{
    [JsonStringEnumMemberName("live")] Live,
    [JsonStringEnumMemberName("closed")] Closed,
}

/// <summary>What a motion needs. "Cast" counts abstentions, "simple" does not (Thüringer Kommunalordnung § 39: of the votes for Yes or No).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Majority>))]
public enum Majority
{
    /// <summary>More Yes than No.</summary>
    [JsonStringEnumMemberName("simple")] Simple,

    /// <summary>Yes from more than half of the votes cast.</summary>
    [JsonStringEnumMemberName("absolute")] Absolute,

    /// <summary>Yes from at least two thirds of the votes cast.</summary>
    [JsonStringEnumMemberName("twoThirds")] TwoThirds,

    /// <summary>More Yes than No, and Yes from more than half of those entitled.</summary>
    [JsonStringEnumMemberName("simpleOfEntitled")] SimpleOfEntitled,

    /// <summary>Yes from more than half of those entitled.</summary>
    [JsonStringEnumMemberName("absoluteOfEntitled")] AbsoluteOfEntitled,

    /// <summary>Yes from at least two thirds of those entitled.</summary>
    [JsonStringEnumMemberName("twoThirdsOfEntitled")] TwoThirdsOfEntitled,
}

/// <summary>What a poll asks and how it is decided. Unchangeable from the first opening on.</summary>
/// <param name="Options">Texts in the order given; option n is the n-th, counted from one. Empty for <see cref="PollKind.Text"/>.</param>
/// <param name="Min">Fewest choices of a <see cref="PollKind.Multiple"/>, 1–Max.</param>
/// <param name="Max">Most choices of a <see cref="PollKind.Multiple"/>.</param>
/// <param name="Spread">Points each voter spreads in a <see cref="PollKind.Points"/>, 1–1,000.</param>
/// <param name="Quorum">Ballots needed for a verdict; null for none.</param>
public sealed record PollRules(
    string Question, PollKind Kind, string[] Options, bool Secret, bool Changeable, ShowResults Results,
    Majority? Majority = null, int? Quorum = null, int Min = 1, int Max = 1, int Spread = 100)
{
    public const int MostOptions = 60;

    /// <summary>Most characters of an option.</summary>
    public const int LongestOption = 200;

    /// <summary>Stars of a rating go from one to this.</summary>
    public const int Stars = 5;

    public static readonly string[] MotionOptions = ["Ja", "Nein", "Enthaltung"];

    public bool NeedsEntitled => Majority is Polls.Majority.SimpleOfEntitled or Polls.Majority.AbsoluteOfEntitled or Polls.Majority.TwoThirdsOfEntitled;
}
