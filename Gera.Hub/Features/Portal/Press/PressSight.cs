namespace Gera.Hub.Features.Portal.Press;

/// <summary>Who may see an announcement: the one rule for pages, lists, feeds, search, mails and files. Its moment decides, not whether somebody has noticed it: <c>@now</c> is the clock.</summary>
internal static class PressSight
{
    /// <summary>Where announcements stand; queries call it <c>a</c>.</summary>
    public const string Table = "hub.mt_doc_announcement";

    /// <summary>Everybody may read it.</summary>
    public const string Out = "a.state in ('Scheduled', 'Published', 'Corrected', 'Archived') and a.publish_at <= @now";

    /// <summary>Among the latest.</summary>
    public const string Listed = "a.state in ('Scheduled', 'Published', 'Corrected') and a.publish_at <= @now";
}
