using Gera.Hub.Push;
using Gera.Hub.Shell;
using Marten;
using Marten.Internal.Operations;

namespace Gera.Hub.Features.Portal.Search;

/// <summary>Writes down, in the transaction of each commit, which entries it touched, so that no room can forget to tell.</summary>
internal sealed class SearchTouched(IEnumerable<SearchTouch> events, IEnumerable<SearchDocument> documents) : DocumentSessionListenerBase
{
    /// <summary>Kind of the letters that wake the clerk.</summary>
    public const string Letter = "search";

    private readonly ILookup<Type, SearchTouch> events = events.ToLookup(t => t.Event);
    private readonly ILookup<Type, SearchDocument> documents = documents.ToLookup(d => d.Document);

    public override Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token)
    {
        var touched = new HashSet<(string Kind, Guid Key)>();
        var changes = session.PendingChanges;
        foreach (var stream in changes.Streams())
            foreach (var e in stream.Events)
            {
                e.StreamId = stream.Id;
                foreach (var touch in events[e.EventType])
                    foreach (var key in touch.Keys(e)) touched.Add((touch.Kind, key));
            }
        foreach (var document in changes.Updates().Concat(changes.Inserts()).Concat(changes.Deletions().Select(d => d.Document).OfType<object>()))
            foreach (var kind in documents[document.GetType()]) touched.Add((kind.Kind, kind.Key(document)));
        foreach (var (kind, key) in touched) session.QueueSqlCommand("insert into portal.search_touched (kind, key) values (?, ?)", kind, key);
        if (touched.Count > 0) session.QueueSqlCommand("select pg_notify(?, ?)", Postbox.Channel, Postbox.Letter(Letter, ""));
        return Task.CompletedTask;
    }
}
