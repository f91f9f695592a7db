using JasperFx.Events;
using Marten;

namespace Gera.Hub.Push;

/// <summary>Which topics an event changes. Rooms register one per event that somebody may be looking at.</summary>
public sealed record EventTopics(Type Event, Func<IEvent, IEnumerable<string>> Topics);

/// <summary>Learns from each commit of the store which topics changed, and says so in the same transaction, so that no feature can forget to tell.</summary>
internal sealed class StoreTopics(IEnumerable<EventTopics> map) : DocumentSessionListenerBase
{
    private readonly ILookup<Type, Func<IEvent, IEnumerable<string>>> topics = map.ToLookup(m => m.Event, m => m.Topics);

    public override Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token)
    {
        var changed = session.PendingChanges.Streams()
            .SelectMany(stream => stream.Events.SelectMany(e => { e.StreamId = stream.Id; return topics[e.EventType].SelectMany(t => t(e)); }))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var topic in changed) session.QueueSqlCommand("select pg_notify(?, ?)", Postbox.Channel, Postbox.Letter(Postbox.Topic, topic));
        return Task.CompletedTask;
    }
}
