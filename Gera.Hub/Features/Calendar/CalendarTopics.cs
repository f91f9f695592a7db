using Gera.Hub.Features.Calendar.Board;
using Gera.Hub.Push;

namespace Gera.Hub.Features.Calendar;

/// <summary>Which topics the room's events change, and who may watch them.</summary>
internal static class CalendarTopics
{
    private const string Topic = "event:";

    public static string Of(Guid id) => Topic + id;

    public static void AddCalendarTopics(this IServiceCollection services)
    {
        services.Changes<EventReworded>().Changes<EventMoved>().Changes<EventDateChanged>().Changes<EventDateRestored>().Changes<EventCancelled>().Changes<EventTakenOff>();
        services.AddSingleton<TopicRule>(provider => new TopicRule(Topic, async (topic, _, stop) =>
            Guid.TryParse(topic[Topic.Length..], out var id) && topic == Of(id) && (await provider.GetRequiredService<EventLook>().Visible([id], stop)).Count == 1));
    }

    private static IServiceCollection Changes<TEvent>(this IServiceCollection services) where TEvent : class =>
        services.AddSingleton(new EventTopics(typeof(TEvent), e => [Of(e.StreamId)]));
}
