using Gera.Hub.People;

namespace Gera.Hub.Features.Ideas.Moderation;

public enum CaseState
{
    /// <summary>Nobody has decided yet.</summary>
    Open,

    Kept,
    Hidden,

    /// <summary>Hidden, and whom it concerns disagrees.</summary>
    Appealed,

    /// <summary>A second person decided as the first.</summary>
    Upheld,

    /// <summary>A second person decided otherwise.</summary>
    Restored,
}

/// <summary>What was reported and what was decided about it, as its stream tells.</summary>
public sealed record Case(Guid Id, Subject Kind, Guid Subject, Guid Idea, Guid? Author, DateTimeOffset At)
{
    public CaseState State { get; init; } = CaseState.Open;

    public int Reports { get; init; }

    /// <summary>The reason of the decision; before it, of the first report.</summary>
    public ReportReason Reason { get; init; }

    public Guid? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public DateTimeOffset? AppealedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Since when somebody waits for a decision.</summary>
    public DateTimeOffset WaitsSince => AppealedAt ?? At;

    public static Case Create(CaseOpened e) => new(e.Case, e.Kind, e.Subject, e.Idea, e.Author, e.At);

    public Case Apply(ReportMade e) => this with { Reports = Reports + 1, Reason = Reports == 0 ? e.Reason : Reason };

    public Case Apply(CaseDecided e) => this with { State = e.Hide ? CaseState.Hidden : CaseState.Kept, Reason = e.Reason, DecidedBy = e.By, DecidedAt = e.At };

    public Case Apply(CaseAppealed e) => this with { State = CaseState.Appealed, AppealedAt = e.At };

    public Case Apply(AppealDecided e) => this with { State = e.Restore ? CaseState.Restored : CaseState.Upheld, AnsweredAt = e.At };

    public Case Apply(CaseAuthorLeft e) => this with { Author = null };

    public Refusal? RefuseDecision(Guid by) =>
        State != CaseState.Open ? CaseRefusals.Decided
        : Author == by ? CaseRefusals.OwnCase
        : null;

    public Refusal? RefuseAppeal() => State switch
    {
        CaseState.Hidden => null,
        CaseState.Appealed or CaseState.Upheld or CaseState.Restored => CaseRefusals.AppealMade,
        _ => CaseRefusals.NothingToAppeal,
    };

    public Refusal? RefuseAnswer(Guid by) =>
        State != CaseState.Appealed ? CaseRefusals.NoAppeal
        : DecidedBy == by || Author == by ? CaseRefusals.AnotherDecides
        : null;
}
