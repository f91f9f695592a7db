namespace Gera.Hub.Shell;

/// <summary>What came of the votes of a session, for the papers of another room; the room of the votes registers one. Read from the votes' own facts each time: nobody copies a number.</summary>
/// <param name="Of">Null when there is no such session. Results are in the reader's language.</param>
public sealed record VoteSource(Func<Guid, CancellationToken, Task<VoteSheet?>> Of);

/// <param name="Code">What people type to take part.</param>
/// <param name="IsOver">Nothing is taken any more.</param>
/// <param name="Votes">In the order of the evening.</param>
public sealed record VoteSheet(string Code, string Title, bool IsOver, IReadOnlyList<VoteResult> Votes);

/// <param name="Poll">Its id.</param>
/// <param name="Voters">Ballots cast; null while no number may be told.</param>
/// <param name="Lines">Empty while results are hidden, or were too few.</param>
/// <param name="Verdict">Of a motion, in the reader's language.</param>
/// <param name="Annulled">Why it does not count; null when it does.</param>
public sealed record VoteResult(Guid Poll, string Question, VoteStage Stage, bool IsSecret, int? Voters, IReadOnlyList<VoteLine> Lines, string? Verdict, string? Annulled);

/// <param name="Share">Percent of the ballots cast; null where numbers are no ballots.</param>
public sealed record VoteLine(string Text, long? Number, decimal? Share);

public enum VoteStage
{
    Prepared,
    Open,
    Closed,
}
