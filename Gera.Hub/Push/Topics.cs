using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Gera.Hub.Push;

/// <summary>Who watches what in this process. A topic is a kind and a key, e.g. <c>poll:{id}</c>.</summary>
public sealed class Topics
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, Listener>> audience = new();
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<object, Func<Task>>> pages = new();

    /// <summary>Connections open in this process.</summary>
    public ConcurrentDictionary<string, Listener> Connections { get; } = new();

    public void Join(string topic, Listener listener)
    {
        lock (listener.Topics) if (!listener.Topics.Add(topic)) return;
        audience.GetOrAdd(topic, _ => new())[listener.Id] = listener;
    }

    public void Leave(string topic, Listener listener)
    {
        lock (listener.Topics) listener.Topics.Remove(topic);
        if (audience.TryGetValue(topic, out var listeners)) listeners.TryRemove(listener.Id, out _);
    }

    internal void LeaveAll(Listener listener)
    {
        string[] topics;
        lock (listener.Topics) topics = [.. listener.Topics];
        foreach (var topic in topics) Leave(topic, listener);
        Connections.TryRemove(listener.Id, out _);
    }

    /// <summary>Connections that watch a topic in this process.</summary>
    public int Count(string topic) => audience.TryGetValue(topic, out var listeners) ? listeners.Count : 0;

    /// <summary>Topics with that beginning and their connections in this process.</summary>
    public IEnumerable<(string Topic, int Count)> Counts(string prefix) =>
        audience.Where(a => a.Key.StartsWith(prefix, StringComparison.Ordinal) && !a.Value.IsEmpty).Select(a => (a.Key, a.Value.Count));

    /// <summary>Whoever watches gets a message: the same bytes to all, never waiting for anyone.</summary>
    /// <param name="about">Messages of one method about different things do not replace each other while they wait.</param>
    public void Send(string topic, string method, object? payload, Guid about = default)
    {
        if (!audience.TryGetValue(topic, out var listeners) || listeners.IsEmpty) return;
        Send(topic, $"{method}:{about:N}", new SerializedHubMessage(new InvocationMessage(method, [payload])));
    }

    /// <summary>The same for a very large audience, slice by slice: what is sent to all at once keeps every other work waiting until it is written.</summary>
    /// <param name="rest">Awaited after each slice of <paramref name="slice"/> connections.</param>
    public async Task Spread(string topic, string method, object? payload, Guid about, int slice, Func<Task> rest)
    {
        if (!audience.TryGetValue(topic, out var listeners) || listeners.IsEmpty) return;
        var (slot, message, sent) = ($"{method}:{about:N}", new SerializedHubMessage(new InvocationMessage(method, [payload])), 0);
        foreach (var (_, listener) in listeners)
        {
            listener.Send(slot, message);
            if (++sent % slice == 0) await rest();
        }
    }

    /// <inheritdoc cref="Send(string, string, object, Guid)"/>
    public void Send(string topic, string slot, SerializedHubMessage message)
    {
        if (!audience.TryGetValue(topic, out var listeners)) return;
        foreach (var (_, listener) in listeners) listener.Send(slot, message);
    }

    /// <summary>For pages in a circuit: <paramref name="look"/> is called, on a foreign thread, when the topic changed. Dispose to stop.</summary>
    public IDisposable Watch(string topic, Func<Task> look)
    {
        var key = new object();
        pages.GetOrAdd(topic, _ => new())[key] = look;
        return new Subscription(() => { if (pages.TryGetValue(topic, out var watchers)) watchers.TryRemove(key, out _); });
    }

    /// <summary>Pages in circuits that watch a topic in this process.</summary>
    internal int Pages(string topic) => pages.TryGetValue(topic, out var watchers) ? watchers.Count : 0;

    /// <summary>Tells everyone who watches a topic in this process to look again.</summary>
    internal void Changed(string topic)
    {
        Send(topic, "changed:" + topic, new SerializedHubMessage(new InvocationMessage("changed", [topic])));
        if (pages.TryGetValue(topic, out var watchers))
            foreach (var (_, look) in watchers) _ = look();
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
