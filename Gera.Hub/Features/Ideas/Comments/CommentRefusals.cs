using Gera.Hub.People;

namespace Gera.Hub.Features.Ideas.Comments;

/// <summary>Every "no" about comments.</summary>
public static class CommentRefusals
{
    public static readonly Refusal Closed = new("comments_closed", "Diese Idee wird nicht mehr besprochen.", "This idea is no longer discussed.");
    public static readonly Refusal Gone = new("comment_gone", "Dieser Kommentar ist nicht mehr da.", "This comment is no longer there.");
    public static readonly Refusal EditOver = new("edit_over", "Ändern lässt sich ein Kommentar 15 Minuten lang. Sie können ihn zurückziehen und einen neuen schreiben.", "A comment can be changed for 15 minutes. You can withdraw it and write a new one.");
    public static readonly Refusal OwnComment = new("own_comment", "Den eigenen Kommentar können Sie nicht mit „Gefällt mir“ versehen.", "You cannot like your own comment.");
    public static readonly Refusal ThreadFull = new("thread_full", "Hier stehen schon 200 Antworten. Bitte beginnen Sie ein neues Gespräch.", "There are 200 replies here already. Please begin a new thread.");
    public static readonly Refusal NoParagraph = new("no_paragraph", "Diesen Absatz gibt es in der heutigen Fassung nicht. Bitte laden Sie die Seite neu.", "There is no such paragraph in today's version. Please load the page again.", 400);
}
