using Gera.Hub.Features.Ideas.Moderation;
using Gera.Hub.People;

namespace Gera.Hub.Features.Ideas.Comments;

public enum CommentState
{
    Published = 0,
    Withdrawn = 1,
    Hidden = 2,
    Erased = 3,
}

/// <summary>A comment as its stream tells it. Who may see it also depends on its idea: <see cref="CommentSight"/> alone decides.</summary>
/// <param name="Thread">The comment it stands under; threads are two deep.</param>
public sealed record Comment(Guid Id, Guid Idea, Guid? Thread, Guid? Author, Mark Mark, bool Official, CommentState State, DateTimeOffset At)
{
    public const int WordsMost = 2_000;

    /// <summary>So long an author may mend it.</summary>
    public static readonly TimeSpan EditTime = TimeSpan.FromMinutes(15);

    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The paragraph it is about; null: the idea as a whole.</summary>
    public PlaceInText? Place { get; init; }

    /// <summary>The decision it was hidden by; null while it is not.</summary>
    public HiddenBy? Hidden { get; init; }

    public static Comment Create(CommentMade e) => new(e.Comment, e.Idea, e.Thread, e.Author, e.Mark, e.Official, CommentState.Published, e.At) { Place = e.Place };

    public Comment Apply(CommentReworded e) => this with { Mark = e.Mark, ChangedAt = e.At };

    public Comment Apply(CommentWithdrawn e) => this with { State = CommentState.Withdrawn, ChangedAt = e.At };

    public Comment Apply(CommentHidden e) => this with { State = CommentState.Hidden, Hidden = new HiddenBy(e.Case, e.Reason) };

    public Comment Apply(CommentRestored e) => this with { State = CommentState.Published, Hidden = null };

    public Comment Apply(CommentLeft e) => this with { Author = null };

    public Comment Apply(CommentErased e) => this with { Author = null, State = CommentState.Erased };

    /// <summary>Why its author may not change it now; null when they may.</summary>
    public Refusal? RefuseChange(DateTimeOffset now) =>
        State != CommentState.Published ? CommentRefusals.Gone
        : now - At >= EditTime ? CommentRefusals.EditOver
        : null;
}
