using Gera.Hub.Features.Ideas.Groups;
using Gera.Hub.Push;

namespace Gera.Hub.Features.Ideas;

/// <summary>Which topics the room's events change, and who may watch them.</summary>
internal static class IdeaTopics
{
    public static void AddIdeaTopics(this IServiceCollection services)
    {
        services.Changes<IdeaSupported>(e => e.Idea).Changes<SupportWithdrawn>(e => e.Idea).Changes<GroupParted>(e => e.Idea).Changes<GroupRejoined>(e => e.Idea).Changes<IdeaMerged>(e => e.Lead).Changes<IdeaUngrouped>(e => e.Lead);
        services.AddSingleton<TopicRule>(provider => new TopicRule(SupportBeat.Topic, async (topic, _, stop) =>
            Guid.TryParse(topic[SupportBeat.Topic.Length..], out var id) && topic == SupportBeat.Topic + id && await provider.GetRequiredService<IdeaLook>().IsReadable(id, stop)));
    }

    public static void UseIdeaTopics(this WebApplication app)
    {
        var (postbox, beat) = (app.Services.GetRequiredService<Postbox>(), app.Services.GetRequiredService<SupportBeat>());
        postbox.On(Postbox.Topic, topic =>
        {
            if (topic.StartsWith(SupportBeat.Topic, StringComparison.Ordinal) && Guid.TryParse(topic[SupportBeat.Topic.Length..], out var idea)) beat.Changed(idea);
        });
    }

    private static IServiceCollection Changes<TEvent>(this IServiceCollection services, Func<TEvent, Guid> idea) where TEvent : class =>
        services.AddSingleton(new EventTopics(typeof(TEvent), e => [SupportBeat.Topic + idea((TEvent)e.Data)]));
}
