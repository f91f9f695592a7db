using Microsoft.AspNetCore.SignalR;

namespace Gera.Hub.Push;

/// <summary>SignalR's own connection keeping, which also makes each connection of a topic hub a <see cref="Listener"/>.</summary>
public sealed class Audience<THub>(ILogger<DefaultHubLifetimeManager<THub>> log, Topics topics) : DefaultHubLifetimeManager<THub>(log)
    where THub : Microsoft.AspNetCore.SignalR.Hub
{
    private static readonly bool Listens = typeof(TopicHub).IsAssignableFrom(typeof(THub));

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        if (!Listens) return base.OnConnectedAsync(connection);
        var listener = new Listener(connection);
        connection.Features.Set(listener); // the Items of a connection are a dictionary of their own, half a kilobyte each
        topics.Connections[listener.Id] = listener;
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (connection.Features.Get<Listener>() is { } listener) topics.LeaveAll(listener);
        return Listens ? Task.CompletedTask : base.OnDisconnectedAsync(connection);
    }
}
