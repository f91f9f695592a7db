namespace Gera.Hub.Features.Halls.Polls;

/// <summary>A poll was prepared in a session.</summary>
public sealed record PollPrepared(Guid Poll, Guid Session, PollRules Rules, DateTimeOffset At);

/// <summary>The rules were changed before the first opening.</summary>
public sealed record PollReworded(PollRules Rules, DateTimeOffset At);

/// <summary>A prepared poll was taken off the list.</summary>
public sealed record PollDropped(DateTimeOffset At);

/// <summary>Ballots are taken from now on.</summary>
/// <param name="Entitled">How many may vote, where that is known (cards).</param>
public sealed record PollOpened(int? Entitled, DateTimeOffset At);

/// <summary>The poll will close by itself.</summary>
public sealed record PollClosingSet(DateTimeOffset ClosesAt, DateTimeOffset At);

/// <summary>The countdown was taken back; somebody will close the poll.</summary>
public sealed record PollClosingCleared(DateTimeOffset At);

/// <summary>No ballot is taken any more; this is what the facts say.</summary>
/// <param name="At">For a countdown the due time, else when the leader closed.</param>
/// <param name="Head">Head of the public record, 64 hex digits.</param>
/// <param name="Boxes">Height and head of each box.</param>
public sealed record PollClosed(DateTimeOffset At, bool ByClock, PollResult Result, string Head, BoxHead[] Boxes);

/// <summary>A secret box was opened at close.</summary>
/// <param name="Ballots">Number of ballots, equal to <paramref name="Marks"/>.</param>
/// <param name="ListHash">SHA-256 over the sorted list of ballots, 64 hex digits.</param>
/// <param name="TooFew">Fewer than five: ballots were destroyed uncounted.</param>
public sealed record BallotBoxOpened(int Ballots, int Marks, string ListHash, bool TooFew);

/// <summary>A closed poll takes ballots again, since none was in.</summary>
public sealed record PollReopened(DateTimeOffset At);

/// <summary>From now on everyone sees the numbers.</summary>
public sealed record ResultsShown(DateTimeOffset At);

/// <summary>From now on only the numbers of voters show.</summary>
public sealed record ResultsHidden(DateTimeOffset At);

/// <summary>The poll counts for nothing, visibly and with a reason.</summary>
public sealed record PollAnnulled(string Reason, DateTimeOffset At);

/// <summary>What the facts say about a closed poll.</summary>
/// <param name="Votes">Per option: ballots, stars, points or Borda points.</param>
/// <param name="Detail">First places per option (ranking), or five star counts per option, one after another (rating).</param>
/// <param name="Voters">Ballots cast.</param>
public sealed record PollResult(long[] Votes, long[] Detail, int Voters, long Version, bool TooFew = false);

/// <summary>Where a box's hash chain stood.</summary>
public sealed record BoxHead(Guid Box, long Height, string Hash);
