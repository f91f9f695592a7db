namespace Gera.Hub.Features.Halls.Sessions;

/// <summary>A session was made; it takes voters from now on.</summary>
/// <param name="Code">Six characters, unique for ever.</param>
/// <param name="Group">One of <see cref="WorkingGroup.All"/>.</param>
/// <param name="Leader">Account id.</param>
/// <param name="Unlisted">No page names it; whoever was told the code takes part.</param>
public sealed record HallOpened(Guid Hall, string Code, string Title, string Group, Access Access, Guid Leader, DateTimeOffset At, bool Unlisted = false);

/// <summary>The prepared polls stand in this order.</summary>
public sealed record PollsArranged(Guid[] Order);

/// <summary>How questions from the floor are taken.</summary>
public sealed record QuestionRulesSet(QuestionRules Rules);

/// <summary>A question is shown on the projector; null takes it down.</summary>
public sealed record QuestionPinned(Guid? Question);

/// <summary>Voting cards were printed.</summary>
public sealed record CardsIssued(int Count, DateTimeOffset At);

/// <summary>A card was made worthless.</summary>
public sealed record CardRevoked(int Number, DateTimeOffset At);

/// <summary>The session is over; nothing is taken any more.</summary>
public sealed record HallEnded(DateTimeOffset At);
