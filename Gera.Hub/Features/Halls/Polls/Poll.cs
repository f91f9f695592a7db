using System.Text.Json.Serialization;
using Gera.Hub.People;

namespace Gera.Hub.Features.Halls.Polls;

[JsonConverter(typeof(JsonStringEnumConverter<PollState>))]
public enum PollState
{
    [JsonStringEnumMemberName("prepared")] Prepared,
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("closed")] Closed,
    [JsonStringEnumMemberName("annulled")] Annulled,
    [JsonStringEnumMemberName("dropped")] Dropped,
}

/// <summary>A poll as its stream tells it. Ballots are not here: they are facts of their own.</summary>
public sealed record Poll(Guid Id, Guid Session, PollRules Rules, PollState State, DateTimeOffset PreparedAt)
{
    /// <summary>Fewest ballots (and people entitled) with which a secret poll keeps its secret.</summary>
    public const int Crowd = 5;

    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset? ClosesAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public bool ClosedByClock { get; init; }

    /// <summary>What the leader wished last; <see cref="Shows"/> says what that means now.</summary>
    public bool Hidden { get; init; }

    public int? Entitled { get; init; }

    public PollResult? Result { get; init; }

    public string? Head { get; init; }

    public BoxHead[] Boxes { get; init; } = [];

    public BallotBoxOpened? Box { get; init; }

    public string? Reason { get; init; }

    /// <summary>Whether numbers per option may be seen by everyone now.</summary>
    [JsonIgnore]
    public bool Shows => !Hidden && State switch
    {
        PollState.Open => Rules.Results == ShowResults.Live && !Rules.Secret,
        PollState.Closed => Result?.TooFew != true,
        PollState.Annulled => ClosedAt is not null && Result?.TooFew != true,
        _ => false,
    };

    public static Poll Create(PollPrepared e) => new(e.Poll, e.Session, e.Rules, PollState.Prepared, e.At);

    public Poll Apply(PollReworded e) => this with { Rules = e.Rules };

    public Poll Apply(PollDropped _) => this with { State = PollState.Dropped };

    public Poll Apply(PollOpened e) => this with { State = PollState.Open, OpenedAt = e.At, Entitled = e.Entitled };

    public Poll Apply(PollClosingSet e) => this with { ClosesAt = e.ClosesAt };

    public Poll Apply(PollClosingCleared _) => this with { ClosesAt = null };

    public Poll Apply(PollClosed e) => this with { State = PollState.Closed, ClosedAt = e.At, ClosedByClock = e.ByClock, Result = e.Result, Head = e.Head, Boxes = e.Boxes };

    public Poll Apply(BallotBoxOpened e) => this with { Box = e };

    public Poll Apply(PollReopened e) => this with { State = PollState.Open, ClosesAt = null, ClosedAt = null, Result = null, Head = null, Box = null, Boxes = [] };

    public Poll Apply(ResultsShown _) => this with { Hidden = false };

    public Poll Apply(ResultsHidden _) => this with { Hidden = true };

    public Poll Apply(PollAnnulled e) => this with { State = PollState.Annulled, Reason = e.Reason };

    /// <summary>Whether the rules may become these.</summary>
    public Answer<PollReworded> Reword(PollRules rules, DateTimeOffset now) =>
        State == PollState.Prepared ? new PollReworded(rules, now) : HallRefusals.AlreadyOpened;

    public Answer<PollDropped> Drop(DateTimeOffset now) => State == PollState.Prepared ? new PollDropped(now) : HallRefusals.AlreadyOpened;

    /// <param name="other">Whether another poll of the session is open.</param>
    /// <param name="entitled">How many may vote, where that is known.</param>
    public Answer<PollOpened> Open(bool other, int? entitled, DateTimeOffset now) => this switch
    {
        { State: not PollState.Prepared } => HallRefusals.AlreadyOpened,
        _ when other => HallRefusals.AnotherPollOpen,
        { Rules.Secret: true } when entitled < Crowd => HallRefusals.TooFewEntitled,
        _ => new PollOpened(entitled, now),
    };

    public Answer<PollClosingSet> CountDown(TimeSpan time, DateTimeOffset now) => this switch
    {
        { State: not PollState.Open } => HallRefusals.NotOpen,
        _ when time < TimeSpan.FromSeconds(5) || time > TimeSpan.FromMinutes(60) => HallRefusals.CountdownOutOfRange,
        _ => new PollClosingSet(ToMicroseconds(now + time), now),
    };

    public Answer<PollClosingCleared> StopCountDown(DateTimeOffset now) => this switch
    {
        { State: not PollState.Open } => HallRefusals.NotOpen,
        { ClosesAt: null } => HallRefusals.NoCountdown,
        _ => new PollClosingCleared(now),
    };

    /// <summary>The database keeps microseconds: a finer end would never equal the one read back, and the poll would stay open.</summary>
    private static DateTimeOffset ToMicroseconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <param name="ballots">Ballots in by the facts.</param>
    /// <param name="other">Whether another poll of the session is open.</param>
    public Answer<PollReopened> Reopen(int ballots, bool other, DateTimeOffset now) => this switch
    {
        { State: not PollState.Closed } => HallRefusals.NotClosed,
        _ when ballots > 0 => HallRefusals.VotesAreIn,
        _ when other => HallRefusals.AnotherPollOpen,
        _ => new PollReopened(now),
    };

    public Answer<object> Show(bool show, DateTimeOffset now) => this switch
    {
        { State: PollState.Prepared or PollState.Dropped } => HallRefusals.NotOpen,
        { State: PollState.Open, Rules.Secret: true } when show => HallRefusals.SecretShowsAfterClose,
        _ => show ? new ResultsShown(now) : new ResultsHidden(now),
    };

    public Answer<PollAnnulled> Annul(string reason, DateTimeOffset now) =>
        State == PollState.Closed ? new PollAnnulled(reason, now) : HallRefusals.NotClosed;
}
