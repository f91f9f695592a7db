using Gera.Hub.Features.Ideas.Moderation;

namespace Gera.Hub.Features.Ideas.Comments;

/// <summary>Somebody said something about an idea. The words stand in <c>ideas.comment_words</c>, where they can be taken back.</summary>
/// <param name="Thread">The comment it stands under; null when it begins a thread.</param>
/// <param name="Official">The city says it.</param>
public sealed record CommentMade(Guid Comment, Guid Idea, Guid? Thread, Guid? Author, Mark Mark, bool Official, DateTimeOffset At)
{
    /// <summary>The paragraph it is about; null: the idea as a whole.</summary>
    public PlaceInText? Place { get; init; }
}

/// <summary>A paragraph of a version of an idea's words, both counted from one.</summary>
public sealed record PlaceInText(int Version, int Paragraph);

/// <summary>Its author mended it within the time for slips.</summary>
public sealed record CommentReworded(Mark Mark, Guid By, DateTimeOffset At);

/// <summary>Its author took it back; its words are gone.</summary>
public sealed record CommentWithdrawn(Guid By, DateTimeOffset At);

/// <summary>A moderator took it off everyone's view; its place says why.</summary>
public sealed record CommentHidden(Guid Case, ReportReason Reason, Guid By, DateTimeOffset At);

/// <summary>Somebody else decided that everyone may read it again.</summary>
public sealed record CommentRestored(Guid Case, Guid By, DateTimeOffset At);

/// <summary>Its author deleted their account and left the comment standing.</summary>
public sealed record CommentLeft(DateTimeOffset At);

/// <summary>Its author deleted their account and the words with it.</summary>
public sealed record CommentErased(DateTimeOffset At);

/// <summary>What a comment is for.</summary>
public enum Mark
{
    Neutral,
    Pro,
    Contra,

    /// <summary>A question to whoever handed the idea in.</summary>
    Question,
}
