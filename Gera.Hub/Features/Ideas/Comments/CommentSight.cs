namespace Gera.Hub.Features.Ideas.Comments;

/// <summary>Who may see a comment: where its idea may be read, its comments may be; queries call the table <c>c</c>.</summary>
internal static class CommentSight
{
    public const string Table = "hub.mt_doc_comment";

    /// <summary>Its words are for everyone.</summary>
    public const string Everyone = $"c.state = 'Published' and {WithIdea}";

    /// <summary>Its idea is for everyone.</summary>
    public const string WithIdea = $"exists (select from {IdeaSight.Table} i where i.id = c.idea and {IdeaSight.Readable})";
}
