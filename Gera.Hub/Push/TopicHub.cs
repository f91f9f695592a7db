using Gera.Hub.People;
using Microsoft.AspNetCore.SignalR;

namespace Gera.Hub.Push;

/// <summary>Watching topics over SignalR. Rooms derive their hub from it and add their own calls.</summary>
public abstract class TopicHub(Topics topics, IEnumerable<TopicRule> rules) : Microsoft.AspNetCore.SignalR.Hub
{
    /// <summary>More topics than any page of ours needs; a connection that asks for more is not ours.</summary>
    private const int Most = 50;

    protected Listener Listener => Context.Features.Get<Listener>()!;

    /// <summary>From now on <c>changed(topic)</c> is sent when the topic changed.</summary>
    /// <exception cref="HubException">The topic does not exist or is not for this caller.</exception>
    public async Task Watch(string topic)
    {
        var rule = topic is { Length: <= 100 } ? rules.FirstOrDefault(r => r.Covers(topic)) : null;
        if (rule is null || Listener.Topics.Count >= Most || !await rule.May(topic, Context.GetHttpContext()!.ToCaller(), Context.ConnectionAborted))
            throw new HubException(Refusals.NotFound.Code);
        topics.Join(topic, Listener);
    }

    public Task Unwatch(string topic)
    {
        topics.Leave(topic ?? "", Listener);
        return Task.CompletedTask;
    }
}

/// <summary>Who may watch topics of one kind; each room registers its own.</summary>
/// <param name="Kind">The whole topic, or, ending with a colon, how topics of this kind begin.</param>
/// <param name="May">Whether this caller may watch that topic now.</param>
public sealed record TopicRule(string Kind, Func<string, Caller, CancellationToken, Task<bool>> May)
{
    public bool Covers(string topic) => Kind.EndsWith(':') ? topic.StartsWith(Kind, StringComparison.Ordinal) : topic == Kind;
}
