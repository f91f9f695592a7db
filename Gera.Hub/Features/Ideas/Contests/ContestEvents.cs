namespace Gera.Hub.Features.Ideas.Contests;

/// <summary>A contest, or the idea box that is always open, was set up. Its rules hold from the first idea on.</summary>
/// <param name="Key">Part of its address, e.g. <c>2026</c>; unique and never changed.</param>
/// <param name="IsBox">The standing idea box: no windows, nothing sealed.</param>
/// <param name="By">Who set it up; null for the hub itself.</param>
public sealed record ContestAnnounced(Guid Contest, string Key, string Title, string Lead, bool IsBox, IReadOnlyList<Category> Categories, ContestRules Rules, Guid? By, DateTimeOffset At);

/// <summary>Its rules were changed, visibly: the rules before stay readable.</summary>
public sealed record ContestRulesChanged(ContestRules Rules, string Reason, Guid By, DateTimeOffset At);

/// <summary>When a phase of a category is to begin and to end was set.</summary>
public sealed record PhasePlanned(string Category, Phase Phase, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, Guid? By, DateTimeOffset At);

/// <summary>A phase began. What stands before this event in time came too early.</summary>
/// <param name="By">Null: by the clock.</param>
public sealed record PhaseOpened(string Category, Phase Phase, Guid? By, DateTimeOffset At);

/// <summary>A phase ended, and with the phase of submission the sealed ideas of the category are revealed. Nothing of the phase comes after this event.</summary>
/// <param name="By">Null: by the clock.</param>
public sealed record PhaseClosed(string Category, Phase Phase, Guid? By, DateTimeOffset At);

/// <summary>The committee recommended, or the council decided: an order of ideas, entered with its date. A later one replaces it; both stay readable.</summary>
/// <param name="Ideas">First place first.</param>
public sealed record RankingEntered(string Category, Body Body, IReadOnlyList<Guid> Ideas, string Note, DateOnly DecidedOn, Guid By, DateTimeOffset At);

/// <summary>An idea of the contest was given a prize.</summary>
/// <param name="Euros">Whole euros; 0 for a prize without money.</param>
public sealed record PrizeAwarded(Guid Idea, string Title, int Euros, Guid By, DateTimeOffset At);

/// <summary>Parts of a contest that begin and end.</summary>
public enum Phase
{
    /// <summary>Ideas are handed in.</summary>
    Submission = 0,

    /// <summary>Ideas are supported, one heart per person and idea.</summary>
    Support = 1,

    /// <summary>Each voter spreads points over the ideas.</summary>
    Points = 2,
}

/// <summary>Whose order of the ideas it is, beside the public's.</summary>
public enum Body
{
    Committee,
    Council,
}

/// <summary>Who may do something in a contest.</summary>
public enum Level
{
    /// <summary>Anyone whose e-mail address is confirmed.</summary>
    Account,

    /// <summary>Confirmed to live in Gera.</summary>
    Resident,
}

/// <summary>How far the public's word goes (the council's guidelines on participation, 2023).</summary>
public enum Participation
{
    Information,
    Consultation,
    Cooperation,
    Decision,
}

/// <summary>Part of a contest with an audience and windows of its own.</summary>
/// <param name="Key">Unique in its contest; empty in the idea box.</param>
public sealed record Category(string Key, string Title, string Audience);

/// <summary>What holds in a contest.</summary>
/// <param name="Sealed">Ideas are seen by nobody but their authors until the category's submission has closed.</param>
/// <param name="Anonymous">Ideas are shown without their authors' names.</param>
/// <param name="SupportsPerPerson">At most so many supports of one person at a time; null: as many as they like.</param>
/// <param name="Points">Points each voter may spread; null where there is no vote with points.</param>
/// <param name="PointsPerIdea">At most so many of them on one idea.</param>
/// <param name="Moderated">An idea is shown only after a moderator has read it.</param>
/// <param name="EditMinutes">So long an author may change an idea without a new version being shown.</param>
/// <param name="MinimumAge">In years; who is younger takes part through school or guardian.</param>
/// <param name="StaffSees">Editors may read sealed ideas before, and everyone is told so.</param>
/// <param name="Participation">How far the public's word goes, and <paramref name="Why"/> in one sentence.</param>
public sealed record ContestRules(bool Sealed, bool Anonymous, Level Submit, Level Support, int? SupportsPerPerson, int? Points, int? PointsPerIdea, bool Moderated, int EditMinutes,
    int MinimumAge, Participation Participation, string Why, bool StaffSees = false);
