namespace Gera.Hub.Features.Calendar.Board;

/// <summary>Who may see an event: the one rule for pages, lists, feeds, map, search, embed and topics. Each of them asks the database with these words.</summary>
internal static class EventSight
{
    /// <summary>Where events stand; queries call it <c>e</c>.</summary>
    public const string Table = "hub.mt_doc_cityevent";

    /// <summary>It is out: published, or cancelled for all to see.</summary>
    public const string Everyone = "e.state in ('Published', 'Cancelled')";
}
